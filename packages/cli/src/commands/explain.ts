import { explain, explainTarget } from "@tongket/core";
import {
  figureNames,
  isFigureOf,
  type RatingAsked,
  readFigureName,
  type YearView,
} from "@tongket/core/projections";
import { askedSubject, assessedRating, ratingJson, readRules } from "../assessed-ledger.ts";
import type { Call, Ending, Run } from "../call.ts";
import { explanationText, targetText } from "../explanation-text.ts";
import { callFailure, type Failure } from "../fault.ts";
import { withLedger } from "../ledger.ts";
import { namesFor } from "../names.ts";
import { nearestNames } from "../nearest-names.ts";
import { demanded, flagOption, horizonOf, yearOption } from "../options.ts";
import { ratingText } from "../rating-text.ts";
import { readYear } from "../year.ts";

/** Follows a figure, or a target, back to its events. */
export const run: Run = async (call) => {
  const [, figure] = call.arguments;
  const { command } = call;
  const subject = askedSubject(call, "rating");
  if (subject !== undefined) {
    if (figure !== undefined) {
      throw callFailure("ArgumentsTooMany", { found: figure, command: "explain --rating" });
    }
    return explainedRating(call, subject);
  }
  if (figure === undefined) throw callFailure("ArgumentMissing", { argument: "FIGURE", command });
  demanded(call, "--branch <id>", call.options["branch"]);
  return explainedFigure(call, figure);
};

const explainedRating = (call: Call, subject: RatingAsked["subject"]): Promise<Ending> =>
  withLedger(call, async (store) => {
    const ledger = await readRules(call, store);
    const { rulebook, year, telling, origin } = ledger;
    const trial = { rulebook, horizon: horizonOf(call) };
    const rating = await assessedRating(ledger, { subject, year }, trial);
    return {
      result: { ...ratingJson(rating), origin },
      words: ratingText(telling, rating),
    };
  });

const explainedFigure = (call: Call, figure: string): Promise<Ending> =>
  withLedger(call, async (store) => {
    const asked = readFigureName(figure);
    const { name } = asked;
    const year = demanded(call, "--year", asked.year ?? yearOption(call, "year"));
    const horizon = horizonOf(call);
    const { request, view, known } = await readYear(call, store, year);
    const { origin } = request;
    const told = {
      page: { view, lang: call.lang },
      names: await namesFor(call, store, horizon),
      all: flagOption(call, "all"),
    };
    if (asked.of === "target") {
      const explained = await explainTarget(known, { view, horizon, target: name });
      if (explained === undefined) throw unknownFigure(figure, view);
      return { result: { ...explained, origin }, words: targetText(told, explained) };
    }
    const explained = isFigureOf(view, name)
      ? await explain(known, { view, horizon, measure: name })
      : undefined;
    if (explained === undefined) throw unknownFigure(figure, view);
    return { result: { ...explained, origin }, words: explanationText(told, explained) };
  });

const unknownFigure = (figure: string, view: YearView): Failure => {
  const nearest = nearestNames(figure.replace(/@\d{4}$/, ""), figureNames(view));
  return callFailure("FigureUnknown", { figure, year: view.year, nearest });
};
