import { addressOf, equalTallies, type RecordedEvent } from "@tongket/core";
import type { Horizon } from "@tongket/core/log";
import { explaining, figureNames, keepBooks } from "@tongket/core/projections";
import { type Extract, factText, keepExtract, takeExtract } from "@tongket/core/report";
import type { Rulebook } from "@tongket/core/rulebook";
import { type ExplanationOf, viewsOf } from "./figures-are-explained.ts";
import { demandEqual } from "./law-broken.ts";
import { tableLines } from "./table-lines.ts";

/** Makes an extract of a ledger; core's own way by default. */
export type ExtractOf = (events: readonly RecordedEvent[]) => Extract | undefined;

export const ownExtractOf: ExtractOf = (events) => {
  const keeping = keepExtract({}, { eventsMax: Number.POSITIVE_INFINITY });
  for (const event of events) keeping.take(event, "clerk");
  return keeping.close();
};

/**
 * By any day and instant, an extract has the books of the whole ledger, and its explanations say
 * the same in words.
 */
export const extractsTellTheSame = (
  events: readonly RecordedEvent[],
  rulebook: Rulebook,
  given: { readonly horizon?: Horizon; readonly extractOf?: ExtractOf } = {},
): void => {
  const { horizon = {}, extractOf = ownExtractOf } = given;
  const extract = JSON.parse(JSON.stringify(extractOf(events))) as Extract;
  const taken: RecordedEvent[] = [];
  takeExtract(extract, (event) => taken.push(event));
  const [expected, found] = [booksOf(events, horizon), booksOf(taken, horizon)];
  const where = { horizon };
  const isSame = equalTallies(expected.tally, found.tally);
  demandEqual("an extract has the tally of its ledger", { found: isSame, expected: true, where });
  demandEqual("an extract has the facts of its ledger", {
    found: found.facts.map(plain),
    expected: expected.facts.map(plain),
    where,
  });
  for (const view of viewsOf(events, rulebook, horizon)) {
    for (const measure of [...figureNames(view), ...tableLines]) {
      const asked = { view, measure, horizon };
      demandEqual("explanations of an extract say the same", {
        found: told(taken, asked),
        expected: told(events, asked),
        where: { measure, ...where },
      });
    }
  }
};

const booksOf = (events: readonly RecordedEvent[], horizon: Horizon) => {
  const keeping = keepBooks(horizon);
  for (const event of events) keeping.take(event);
  return keeping.close();
};

/** A fact without what no book reads. */
const plain = (event: RecordedEvent): object => {
  const { type, data, effectiveOn, recordedAt, inPlaceOf } = event;
  return { address: addressOf(event), type, data, effectiveOn, recordedAt, inPlaceOf };
};

/** What explains a figure: each event in words, with what it adds. */
const told = (
  events: readonly RecordedEvent[],
  { view, measure, horizon }: Parameters<ExplanationOf>[1],
): readonly unknown[] | undefined => {
  const seeking = explaining(view, measure, horizon);
  for (const event of events) seeking?.take(event, "clerk");
  return seeking?.close().parts.flatMap((part) =>
    part.events.map(({ address, type, data, postings }) => ({
      address,
      vi: factText({ view, lang: "vi" }, type, data),
      en: factText({ view, lang: "en" }, type, data),
      postings,
    })),
  );
};
