import * as Schema from "effect/Schema";
import { branchTag } from "../branch/events.ts";
import { Year } from "../kernel/date.ts";
import type { EventOf } from "../kernel/event.ts";
import { eventType } from "../kernel/event-type.ts";
import { BranchId, Id, Term, tag } from "../kernel/ids.ts";
import { Count, Label, Text } from "../kernel/text.ts";

const issueFields = { directive: Id, title: Label, issuedBy: Schema.optionalKey(Label) };

/** A directive or resolution from above (chỉ thị, nghị quyết) that branches are to study. */
export const DirectiveIssued = eventType("DirectiveIssued", {
  fields: issueFields,
  tags: ({ directive }) => [tag("directive", directive)],
});

/** An opening entry: issued before the ledger, on a day it need not know. */
export const DirectiveCarriedIn = eventType("DirectiveCarriedIn", {
  fields: issueFields,
  tags: ({ directive }) => [tag("directive", directive)],
});

/** One branch studied it with one audience in a year: `reached` people of those `eligible`. */
export const DirectiveStudied = eventType("DirectiveStudied", {
  fields: {
    directive: Id,
    branch: BranchId,
    audience: Term,
    year: Year,
    reached: Count,
    eligible: Count,
  },
  tags: ({ directive, branch }) => [tag("directive", directive), branchTag(branch)],
  claims: ({ branch }) => [{ of: "branch", branch }],
});

export const DirectiveClosed = eventType("DirectiveClosed", {
  fields: { directive: Id, reason: Schema.optionalKey(Text) },
  tags: ({ directive }) => [tag("directive", directive)],
});

export const directiveEvents = [
  DirectiveIssued,
  DirectiveCarriedIn,
  DirectiveStudied,
  DirectiveClosed,
] as const;
export type DirectiveEvent = EventOf<(typeof directiveEvents)[number]>;
