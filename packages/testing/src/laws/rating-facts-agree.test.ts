import type { RecordedEvent } from "@tongket/core";
import { ratingPackOf } from "@tongket/core/rulebook";
import { describe, expect, test } from "vitest";
import type { History } from "../history/history.ts";
import { historyOf } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { type FactsOf, ownFactsOf, ratingFactsAgree } from "./rating-facts-agree.ts";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";

const histories = lawfulHistory({ stepsMax: 100 });
const agree = ({ events, rulebook }: History, factsOf?: FactsOf): void =>
  ratingFactsAgree(events, (id) => ratingPackOf(rulebook, id), factsOf);

test("for every rating of any history", () =>
  inThousandRuns(histories, async (plan) => agree(await historyOf(plan))));

const personOf = ({ data }: RecordedEvent): unknown =>
  (data as { readonly person?: string }).person;

describe("it is broken by a reader", () => {
  const without =
    (...types: readonly string[]): FactsOf =>
    (events, ...asked) =>
      ownFactsOf(
        events.filter(({ type }) => !types.includes(type)),
        ...asked,
      );
  const first =
    (type: string): FactsOf =>
    (events, ...asked) => {
      const isRepeated = (event: RecordedEvent, at: number): boolean =>
        event.type === type && events.findIndex((one) => one.type === type) < at;
      return ownFactsOf(
        events.filter((event, at) => !isRepeated(event, at)),
        ...asked,
      );
    };

  /** Without who was released, and the appointment that ended. */
  const onlyThoseInOffice: FactsOf = (events, ...asked) => {
    const released = new Set(events.filter(({ type }) => type === "OfficerReleased").map(personOf));
    const isReleased = (event: RecordedEvent): boolean =>
      event.type.startsWith("Officer") && released.has(personOf(event));
    return ownFactsOf(
      events.filter((event) => !isReleased(event)),
      ...asked,
    );
  };
  const whatIsToCome: FactsOf = (events, rated) => ownFactsOf(events, rated, "9999-12-31");

  test.each<[string, FactsOf]>([
    ["that counts what was reversed", without("EventReversed")],
    ["that overlooks what a criterion says", without("CriterionRecorded")],
    ["that overlooks officers", without("OfficerAppointed", "OfficerCarriedIn")],
    ["that overlooks moves", without("BranchMoved")],
    ["that overlooks dissolutions", without("BranchDissolved")],
    ["that overlooks resumptions", without("MemberResumed", "MemberReinstated")],
    ["that overlooks remedies", without("ShortcomingRemedied")],
    ["that overlooks revisions", without("RatingRevised")],
    ["that sees one discipline only", first("MemberDisciplined")],
    ["that forgets who was released in the year", onlyThoseInOffice],
    ["that counts what takes effect later", whatIsToCome],
  ])("%s", async (_, factsOf) => {
    const found = failsWithinThousandRuns(histories, async (plan) =>
      agree(await historyOf(plan), factsOf),
    );
    expect(await found).toBe(true);
  });
});
