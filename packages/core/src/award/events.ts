import * as Schema from "effect/Schema";
import { branchTag } from "../branch/events.ts";
import { Year } from "../kernel/date.ts";
import type { EventOf } from "../kernel/event.ts";
import { eventType } from "../kernel/event-type.ts";
import { BranchId, Id, PersonId, Term, tag } from "../kernel/ids.ts";
import { Text } from "../kernel/text.ts";

/** A branch or a person. */
export const Recipient = Schema.Union([
  Schema.Struct({ branch: BranchId }),
  Schema.Struct({ person: PersonId }),
]);
export type Recipient = typeof Recipient.Type;

const whole = {
  award: Id,
  form: Term,
  category: Term,
  recipient: Recipient,
  /** The recipient, or the branch of the person: where the award is counted. */
  branch: BranchId,
  /** The year of the review that it was granted in. */
  year: Year,
  by: BranchId,
};
interface Whole {
  readonly award: Id;
  readonly recipient: Recipient;
  readonly branch: BranchId;
  readonly by: BranchId;
}

const tags = ({ award, recipient, branch, by }: Whole) => [
  tag("award", award),
  ...("person" in recipient ? [tag("person", recipient.person)] : []),
  branchTag(branch),
  branchTag(by),
];

/** One certificate or other award to one recipient, for results of the `basisYears`. */
export const AwardGranted = eventType("AwardGranted", {
  fields: {
    ...whole,
    basisYears: Schema.Array(Year).check(Schema.isMinLength(1), Schema.isMaxLength(100)),
  },
  tags,
  claims: ({ branch, by }) => [
    { of: "branch", branch, historic: true },
    { of: "branch", branch: by },
  ],
});

export const AwardPresented = eventType("AwardPresented", {
  fields: {
    award: Id,
    meeting: Schema.optionalKey(Id),
    presenter: Schema.optionalKey(PersonId),
  },
  tags: ({ award }) => [tag("award", award)],
});

export const AwardRevoked = eventType("AwardRevoked", {
  fields: { ...whole, reason: Text },
  tags,
  claims: ({ branch, by }) => [
    { of: "branch", branch, historic: true },
    { of: "branch", branch: by },
  ],
});

export const awardEvents = [AwardGranted, AwardPresented, AwardRevoked] as const;
export type AwardEvent = EventOf<(typeof awardEvents)[number]>;
