import * as Schema from "effect/Schema";
import { treeTag } from "../branch/events.ts";
import type { Given } from "../kernel/command.ts";
import { Year, yearEnd } from "../kernel/date.ts";
import { BranchId, type Id, PersonId, type Tag, tag } from "../kernel/ids.ts";
import { type Decision, refused } from "../kernel/refusal.ts";
import { type RuleContext, structureOn } from "../rulebook/rulebook.ts";
import { baseIn } from "../rulebook/structure-pack.ts";
import { memberKind, type RatingAssigned, ratingTag } from "./events.ts";
import { refuse } from "./rules.ts";

/** Whose rating, as commands name it. */
const Subject = Schema.Union([
  Schema.Struct({ member: PersonId }),
  Schema.Struct({ branch: BranchId }),
]);
export const asked = { subject: Subject, year: Year };
export interface Asked {
  readonly subject: typeof Subject.Type;
  readonly year: number;
  readonly pack?: Id;
}

export const idOf = ({ subject }: Asked): Id =>
  ("member" in subject ? subject.member : subject.branch) as string as Id;

export const ratingOf = (data: Asked): Tag =>
  ratingTag("member" in data.subject ? "member" : "branch", idOf(data), data.year);

export const readsPlace = ({ subject }: Asked): readonly Tag[] =>
  "member" in subject ? [tag("person", subject.member)] : [treeTag];

type Decided = typeof RatingAssigned.schema.Type;
export type Stood = Omit<Decided, "level" | "distinction" | "pack" | "by"> & { readonly pack?: Id };

/**
 * The subject as it stood on 31 December of the year, or by the command's day before that; a member
 * on the way still with the branch that sent them.
 */
export const stood = (data: Asked, { standings }: Given): Stood | Decision<never> => {
  const subject = idOf(data);
  const { year } = data;
  const on = yearEnd(year);
  if ("member" in data.subject) {
    const person = data.subject.member;
    const branch = standings.ratedIn(person, on);
    return branch === undefined
      ? refused(refuse("IsNoMember", { person, on }))
      : { subject, subjectKind: memberKind, branch, year };
  }
  const { branch } = data.subject;
  const kind = standings.line(branch, on)[0]?.kind;
  return kind === undefined
    ? refused(refuse("BranchUnknown", { branch, on }))
    : { subject, subjectKind: kind, branch, year };
};

/** With the nearest base organisation at or above the branch, where there is one. */
export const stoodInTree = (data: Asked, given: Given<RuleContext>): Stood | Decision<never> => {
  const found = stood(data, given);
  if ("decision" in found) return found;
  const on = yearEnd(data.year);
  const pack = structureOn(given.context.rulebook, on);
  const base = pack && baseIn(given.standings.line(found.branch, on), pack);
  return base === undefined ? found : { ...found, baseOrganisation: base.branch };
};
