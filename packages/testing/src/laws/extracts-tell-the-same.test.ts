import * as fc from "fast-check";
import { expect, test } from "vitest";
import { historyOf } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { type ExtractOf, extractsTellTheSame, ownExtractOf } from "./extracts-tell-the-same.ts";
import { failsWithinThousandRuns, thousandRuns } from "./thousand-runs.ts";

const asked = fc.tuple(lawfulHistory(), fc.nat(), fc.nat());

const holdsFor = async (
  [plan, day, instant]: typeof asked extends fc.Arbitrary<infer T> ? T : never,
  extractOf?: ExtractOf,
): Promise<void> => {
  const { events, rulebook } = await historyOf(plan);
  const given = extractOf === undefined ? {} : { extractOf };
  extractsTellTheSame(events, rulebook, given);
  const asOf = events[day % Math.max(events.length, 1)]?.effectiveOn;
  const knownAt = events[instant % Math.max(events.length, 1)]?.recordedAt;
  if (asOf === undefined || knownAt === undefined) return;
  extractsTellTheSame(events, rulebook, { ...given, horizon: { asOf, knownAt } });
};

// NOTE: each history is read for every figure of every branch and year, four times over.
test("of any history, as of any day, as known at any instant", () =>
  fc.assert(
    fc.asyncProperty(asked, (one) => holdsFor(one)),
    { ...thousandRuns, numRuns: 200 },
  ));

type Told = readonly [type: string, data: unknown];

/** The own extract, with another in the place of each event, or with none. */
const changed =
  (change: (told: Told) => readonly Told[]): ExtractOf =>
  (events) => {
    const own = ownExtractOf(events);
    return (
      own && {
        commits: own.commits.map(([position, recordedAt, actor, held]) => [
          position,
          recordedAt,
          actor,
          held.flatMap(([index, type, day, data, ...place]) =>
            change([type, data]).map(([of, said]) => [index, of, day, said, ...place] as const),
          ),
        ]),
      }
    );
  };

const withoutType = (left: string) => changed((told) => (told[0] === left ? [] : [told]));
const withoutMember = (of: string, member: string) =>
  changed(([type, data]) => [
    [type, type === of ? { ...(data as object), [member]: undefined } : data],
  ]);

test.each([
  ["reversals", withoutType("EventReversed")],
  ["the days of decisions", withoutMember("MemberAdmitted", "decidedOn")],
  ["who was admitted", withoutMember("MemberAdmitted", "member")],
  ["the packs of ratings", withoutMember("RatingAssigned", "pack")],
  ["the ends of moves", withoutMember("BranchMoved", "to")],
])("an extract without %s breaks it", async (_, extractOf) => {
  expect(await failsWithinThousandRuns(asked, (one) => holdsFor(one, extractOf))).toBe(true);
});
