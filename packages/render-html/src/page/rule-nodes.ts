import { type Lang, type PackWord, sayPack, saySource } from "@tongket/core/messages";
import type { RuleUse } from "@tongket/core/projections";
import { element } from "./element.ts";

/** A rule that took part: what it lays down, where that stands, and how far it was verified. */
export const ruleNode = (
  lang: Lang,
  { pack, parameter, source, verification }: RuleUse,
): HTMLElement =>
  element(
    "div",
    { class: "rule" },
    element(
      "p",
      {},
      sayPack(lang, `parameter.${parameter}` as PackWord),
      " ",
      element("code", {}, pack),
    ),
    element("p", { class: "quiet" }, saySource(lang, source)),
    element("p", { class: "quiet" }, sayPack(lang, `grade.${verification}`)),
  );
