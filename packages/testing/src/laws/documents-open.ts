import { BranchId, type RecordedEvent } from "@tongket/core";
import {
  type Explanation,
  explaining,
  explainingTarget,
  keepBooks,
  readFigureName,
  viewYear,
  type YearView,
} from "@tongket/core/projections";
import { type DocumentValue, type Placed, placedIn, sectionsOf } from "@tongket/core/report";
import type { Rulebook } from "@tongket/core/rulebook";
import { documentsOf } from "../documents/documents-of.ts";
import { proofAddsUp } from "../proof/proof-adds-up.ts";
import { demandEqual, LawBroken } from "./law-broken.ts";

/** Explains a figure that a document places; core's own way by default. */
export type Opens = (
  events: readonly RecordedEvent[],
  asked: { readonly view: YearView; readonly figure: string },
) => Explanation | undefined;

export const ownOpening: Opens = (events, { view, figure }) => {
  const { name, of } = readFigureName(figure);
  if (of === "measure") {
    const keeping = explaining(view, name);
    for (const event of events) keeping?.take(event, "clerk");
    return keeping?.close();
  }
  const keeping =
    explainingTarget(view, name) ?? explainingTarget(view, name.replace(/\/(goal|margin)$/, ""));
  for (const event of events) keeping?.take(event, "clerk");
  return keeping?.close().figure;
};

/**
 * Every figure that is computed in any document opens to an explanation of the very value, whose
 * events add up to it.
 */
export const documentsOpen = (
  events: readonly RecordedEvent[],
  rulebook: Rulebook,
  opens: Opens = ownOpening,
): void => {
  const keeping = keepBooks();
  for (const event of events) keeping.take(event);
  const books = keeping.close();
  const opened = new Set<string>();
  for (const document of documentsOf(events, rulebook)) {
    for (const { figure, branch = document.branch, value } of figuresIn(document)) {
      const shown = JSON.stringify([figure, branch, value]);
      if (opened.has(shown)) continue;
      opened.add(shown);
      const { year = document.year } = readFigureName(figure);
      const view = viewYear({ books, rulebook, branch: BranchId.make(branch), year });
      const explanation = opens(events, { view, figure });
      const where = { figure, branch, kind: document.kind };
      if (explanation === undefined) throw new LawBroken("a figure opens", where);
      const computed = value.is === "margin" ? value.of : value;
      demandEqual("a figure opens to its value", {
        found: explanation.value,
        expected: computed,
        where,
      });
      addsUp(explanation, where);
    }
  }
};

const figuresIn = (document: DocumentValue): readonly Placed[] =>
  sectionsOf(document)
    .flatMap(({ blocks }) => blocks.flatMap(placedIn))
    .filter(({ value }) => ["count", "share", "margin"].includes(value.is));

/** Members at an opening may stand at branches that are no longer below. */
const addsUp = (explanation: Explanation, where: object): void => {
  if (!explanation.figure.measure.startsWith("members.")) return proofAddsUp(explanation);
  for (const { amount, events } of explanation.parts) {
    const posted = events.flatMap(({ postings }) => postings.map((one) => one.amount));
    demandEqual("the events add up to the figure", {
      found: posted.reduce((sum, one) => sum + one, 0),
      expected: amount,
      where,
    });
  }
};
