import type { BranchEvent } from "../branch/events.ts";
import { type CalendarDate, yearEnd } from "../kernel/date.ts";
import type { RecordedEvent } from "../kernel/event.ts";
import type { BranchId, Id, PersonId, Term } from "../kernel/ids.ts";
import type { MembershipEvent } from "../membership/events.ts";
import { memberKind } from "../rating/events.ts";
import { type Rulebook, structureOn } from "../rulebook/rulebook.ts";
import { baseIn } from "../rulebook/structure-pack.ts";
import type { RatedSubject } from "./rating-facts.ts";
import type { RatingAsked } from "./rating-record.ts";
import { type Tree, type TreeNode, treeOn } from "./tree.ts";

/** A subject as it stood at the end of the year, and what befell it. */
export interface StoodSubject extends Omit<RatedSubject, "pack"> {
  readonly told: Befallen;
}

/** What befell a subject in the year itself. */
export interface Befallen {
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
  const place = "member" in subject ? spells.findLast(isBefore)?.branch : subject.branch;
  const node = place && tree.nodes.get(place);
  if (!node) return undefined;
  const { branch, kind } = node;
  const structure = structureOn(rulebook, yearEnd(year));
  const base = structure && baseIn(lineOf(tree, branch), structure)?.branch;
  return {
    ...("member" in subject
      ? { subject: subject.member as string as Id, subjectKind: memberKind }
      : { subject: branch as string as Id, subjectKind: kind as Term }),
    branch,
    ...(base === undefined ? {} : { baseOrganisation: base }),
    year,
    told: "member" in subject ? movesOf(spells, year) : changesOf(record, branch, year),
  };
};

interface Spell {
  readonly on: CalendarDate;
  readonly branch: BranchId | undefined;
  readonly received: boolean;
}

/** From which day on the person belonged to which branch: till received, to the one that sent. */
const spellsOf = (record: readonly RecordedEvent[], member: PersonId): readonly Spell[] =>
  record.flatMap((event): readonly Spell[] => {
    const { type, data, effectiveOn: on } = event as unknown as MembershipEvent;
    if ((data as { readonly member?: PersonId }).member !== member) return [];
    switch (type) {
      case "MemberAdmitted":
      case "MemberCarriedIn":
        return [{ on, branch: data.branch, received: false }];
      case "MemberReceived":
        return [{ on, branch: data.to, received: "branch" in data.from }];
      case "MemberDeparted":
      case "MemberLeft":
      case "AdmissionAnnulled":
        return [{ on, branch: undefined, received: false }];
      default:
        return [];
    }
  });

const movesOf = (spells: readonly Spell[], year: number): Befallen => {
  const moved = spells.findLast(({ on, received }) => received && isIn(on, year));
  return moved === undefined ? {} : { movedOn: moved.on };
};

const changesOf = (record: readonly RecordedEvent[], branch: BranchId, year: number): Befallen => {
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

/** The branch and those above it, nearest first; a ring in a foreign ledger is cut. */
const lineOf = ({ nodes }: Tree, branch: BranchId): readonly TreeNode[] => {
  const line: TreeNode[] = [];
  let node = nodes.get(branch);
  while (node !== undefined && !line.includes(node)) {
    line.push(node);
    node = node.parent === undefined ? undefined : nodes.get(node.parent);
  }
  return line;
};
