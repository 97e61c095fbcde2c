import { addressOf, type RecordedEvent } from "../kernel/event.ts";
import type { BranchId, PersonId, Tag } from "../kernel/ids.ts";
import { tag } from "../kernel/ids.ts";
import { byEffect, type Horizon, within } from "../log/effective.ts";
import { isReversal } from "../log/reversal.ts";
import { cohortTag, ratingTag } from "../rating/events.ts";
import { reviewTag } from "../review/events.ts";
import type { Keeping } from "./keeping.ts";

/** Whose rating of which year is asked about. */
export interface RatingAsked {
  readonly subject: { readonly member: PersonId } | { readonly branch: BranchId };
  readonly year: number;
}

/** A standing event with who recorded it. */
export type ToldEvent = RecordedEvent & { readonly actor: string };

/**
 * Keeps the standing events, in order of effect, that a rating may rest on: those of the subject,
 * the tree, every discipline, and the ratings of the year beside and below it.
 */
export const keepRatingRecord = (
  asked: RatingAsked,
  horizon: Horizon = {},
): Keeping<readonly ToldEvent[]> => keepEffective(mayMatter(asked), horizon);

/** Keeps the standing events of some kinds, in order of effect. */
export const keepEffective = (
  isWanted: (event: RecordedEvent) => boolean,
  horizon: Horizon,
): Keeping<readonly ToldEvent[]> => {
  const kept = new Map<string, ToldEvent>();
  return {
    take: (event, actor) => {
      if (!within(event, horizon)) return;
      if (isReversal(event)) kept.delete(event.data.target);
      else if (isWanted(event)) kept.set(addressOf(event), { ...event, actor });
    },
    close: () => [...kept.values()].toSorted(byEffect),
  };
};

const treeTypes = new Set([
  "BranchEstablished",
  "BranchCarriedIn",
  "BranchRenamed",
  "BranchKindChanged",
  "BranchMoved",
  "BranchDissolved",
]);

/** The facts that make the tree. */
const makesTree = ({ type }: RecordedEvent): boolean => treeTypes.has(type);

const mayMatter = ({ subject, year }: RatingAsked): ((event: RecordedEvent) => boolean) => {
  const isAbout =
    "member" in subject ? aboutMember(subject.member, year) : aboutBranch(subject.branch, year);
  return (event) =>
    makesTree(event) || (isCohort(event) && isOfYear(event, year)) || isAbout(event);
};

const isCohort = ({ type }: RecordedEvent): boolean =>
  type === "RatingsClosed" || type === "CapBreachNoted";

const isOfYear = ({ data }: RecordedEvent, year: number): boolean =>
  (data as { readonly year?: number }).year === year;

/** NOTE: the tag of the person is also that of offices held, and of ratings of other years. */
const aboutMember = (member: PersonId, year: number) => {
  const [person, rating] = [tag("person", member), ratingTag("member", member, year)];
  return ({ type, tags }: RecordedEvent): boolean =>
    type.startsWith("Member") || type === "AdmissionAnnulled"
      ? tags.includes(person)
      : tags.includes(rating);
};

const aboutBranch = (branch: BranchId, year: number) => {
  const subjects = new Set<Tag>([
    ratingTag("branch", branch, year),
    cohortTag(branch, year),
    reviewTag(branch, year - 1),
  ]);
  return (event: RecordedEvent): boolean => {
    const { type, tags, data } = event;
    if (type === "MemberDisciplined" || type === "BranchDisciplined") return true;
    if (type.startsWith("Officer")) return seatOf(data) === branch;
    const isRating = type === "RatingAssigned" || type === "RatingRevised";
    const isHere = isRating && (data as { readonly branch: string }).branch === branch;
    return (isHere && isOfYear(event, year)) || tags.some((one) => subjects.has(one));
  };
};

/** The branch of the seat that an officer has. */
export const seatOf = (data: unknown): string | undefined =>
  (data as { readonly in: { readonly branch?: string } }).in.branch;

export const ratingTagOf = ({ subject, year }: RatingAsked): Tag =>
  "member" in subject
    ? ratingTag("member", subject.member, year)
    : ratingTag("branch", subject.branch, year);
