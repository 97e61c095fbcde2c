import type { BranchEvent } from "../branch/events.ts";
import { type CalendarDate, yearEnd } from "../kernel/date.ts";
import type { RecordedEvent } from "../kernel/event.ts";
import type { BranchId, Id, PersonId, Term } from "../kernel/ids.ts";
import type { MembershipEvent } from "../membership/events.ts";
import { memberKind } from "../rating/events.ts";
import { type Rulebook, structureOn } from "../rulebook/rulebook.ts";
import type { RatedSubject } from "./rating-facts.ts";
import type { RatingAsked } from "./rating-record.ts";
import { type Tree, treeOn } from "./tree.ts";

/** A subject as it stood at the end of the year, and what befell it. */
export interface StoodSubject extends Omit<RatedSubject, "pack"> {
  readonly dissolvedOn?: CalendarDate;
  readonly movedOn?: CalendarDate;
}

/** Where the subject stood, from its record; undefined for no member, or no branch, by then. */
export const stoodIn = (
  record: readonly RecordedEvent[],
  { subject, year }: RatingAsked,
  rulebook: Rulebook,
): StoodSubject | undefined => {
  const tree = treeOn(record, yearEnd(year));
  const spells = "member" in subject ? spellsOf(record, subject.member) : [];
  const isBefore = ({ on }: { readonly on: CalendarDate }): boolean => on <= yearEnd(year);
  const branch = "member" in subject ? spells.findLast(isBefore)?.branch : subject.branch;
  const node = branch === undefined ? undefined : tree.nodes.get(branch);
  if (branch === undefined || node === undefined) return undefined;
  const base = baseAbove(tree, branch, { rulebook, year });
  return {
    ...("member" in subject
      ? { subject: subject.member as string as Id, subjectKind: memberKind }
      : { subject: branch as string as Id, subjectKind: node.kind as Term }),
    branch,
    ...(base === undefined ? {} : { baseOrganisation: base }),
    year,
    ...("member" in subject ? movesOf(spells, year) : changesOf(record, branch, year)),
  };
};

interface Spell {
  readonly on: CalendarDate;
  readonly branch: BranchId | undefined;
  readonly received: boolean;
}

/** From which day on the person belonged to which branch: on the way, to the one that sent them. */
const spellsOf = (record: readonly RecordedEvent[], member: PersonId): readonly Spell[] =>
  record.flatMap((event): readonly Spell[] => {
    const { type, data, effectiveOn: on } = event as unknown as MembershipEvent;
    if ((data as { readonly member?: PersonId }).member !== member) return [];
    switch (type) {
      case "MemberAdmitted":
      case "MemberCarriedIn":
      case "MemberRecognised":
        return [{ on, branch: data.branch, received: false }];
      case "MemberReceived":
        return [{ on, branch: data.to, received: "branch" in data.from }];
      case "MemberTransferred":
        return [{ on, branch: data.from, received: false }];
      case "MemberDeparted":
      case "MemberLeft":
      case "AdmissionAnnulled":
        return [{ on, branch: undefined, received: false }];
      default:
        return [];
    }
  });

const movesOf = (spells: readonly Spell[], year: number) => {
  const moved = spells.findLast(({ on, received }) => received && isIn(on, year));
  return moved === undefined ? {} : { movedOn: moved.on };
};

const changesOf = (record: readonly RecordedEvent[], branch: BranchId, year: number) => {
  const last = (wanted: string): CalendarDate | undefined =>
    record.findLast((event) => {
      const { type, data, effectiveOn } = event as unknown as BranchEvent;
      const isOf = (data as { readonly branch?: BranchId }).branch === branch;
      return type === wanted && isOf && isIn(effectiveOn, year);
    })?.effectiveOn;
  const [dissolvedOn, movedOn] = [last("BranchDissolved"), last("BranchMoved")];
  return {
    ...(dissolvedOn === undefined ? {} : { dissolvedOn }),
    ...(movedOn === undefined ? {} : { movedOn }),
  };
};

const isIn = (day: CalendarDate, year: number): boolean => day.startsWith(`${year}-`);

/** The nearest base organisation at or above the branch; a ring in a foreign ledger is cut. */
const baseAbove = (
  { nodes }: Tree,
  branch: BranchId,
  { rulebook, year }: { readonly rulebook: Rulebook; readonly year: number },
): BranchId | undefined => {
  const kinds = structureOn(rulebook, yearEnd(year))?.parameters.branchKinds.value ?? [];
  const climbed = new Set<BranchId>();
  for (let at: BranchId | undefined = branch; at !== undefined && !climbed.has(at); ) {
    climbed.add(at);
    const node = nodes.get(at);
    if (kinds.some(({ base, term }) => base && term === node?.kind)) return at;
    at = node?.parent;
  }
  return undefined;
};
