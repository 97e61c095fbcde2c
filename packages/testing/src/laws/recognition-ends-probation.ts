import * as fc from "fast-check";
import { dayNumber, dayText } from "../days.ts";
import { commandOf, type Line, openDesk } from "../given-when-then.ts";
import { demandEqual } from "./law-broken.ts";

/** One admitted, perhaps with probation extended, and recognised so many days after its end. */
export interface Probation {
  readonly admittedOn: string;
  readonly extensionMonths: number;
  readonly daysLate: number;
}

export const aProbation: fc.Arbitrary<Probation> = fc.record({
  admittedOn: fc
    .integer({ min: dayNumber("2012-01-31"), max: dayNumber("2027-12-31") })
    .map(dayText),
  extensionMonths: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 })),
  daysLate: fc.nat({ max: 900 }),
});

/** The day on which a recognition takes effect; as a ledger records it, by default. */
export type EffectiveDayOf = (probation: Probation) => Promise<string>;

/** Recognition takes effect when probation ends, however late it was decided. */
export const recognitionEndsProbation = async (
  probation: Probation,
  effectiveDayOf: EffectiveDayOf = recordedDayOf,
): Promise<void> => {
  const months = 12 + probation.extensionMonths;
  demandEqual("a late recognition takes effect when probation ends", {
    found: await effectiveDayOf(probation),
    expected: monthsLater(probation.admittedOn, months),
    where: probation,
  });
};

/** The same day so many months later, or the last of that month; not by core's own arithmetic. */
export const monthsLater = (day: string, months: number): string => {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  const last = lastOfMonth.getUTCDate();
  return `${lastOfMonth.toISOString().slice(0, 8)}${String(Math.min(date, last)).padStart(2, "0")}`;
};

const before: readonly Line[] = [
  ["CarryInBranch", "2012-01-01", { branch: "m", kind: "upper-committee", name: "M" }],
  ["CarryInBranch", "2012-01-01", { branch: "c", kind: "cell", name: "C", parent: "m" }],
];

const recordedDayOf: EffectiveDayOf = async ({ admittedOn, extensionMonths: months, daysLate }) => {
  const due = monthsLater(admittedOn, 12 + months);
  const decidedOn = dayText(dayNumber(due) + daysLate);
  const member = "an";
  const lines: readonly Line[] = [
    ...before,
    ["AdmitMember", admittedOn, { member, branch: "c", decidedOn: admittedOn }],
    ...(months === 0 ? [] : [["ExtendProbation", admittedOn, { member, months }] as const]),
    ["RecogniseMember", decidedOn, { member, decidedOn }],
  ];
  const { handler } = await openDesk({ now: "2040-01-01T00:00:00.000Z" });
  const outcome = await handler.handleTogether(
    lines.map((line, index) => commandOf(line, `line-${index}`)),
  );
  if (outcome.outcome !== "Recorded") return JSON.stringify(outcome);
  const { events } = outcome.stored.commit;
  return events.find(({ type }) => type === "MemberRecognised")?.effectiveOn ?? "never";
};
