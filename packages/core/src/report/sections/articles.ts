import type { Section } from "../document.ts";
import { awardFigures } from "./awards.ts";
import { sentences } from "./sentences.ts";
import { type Page, text } from "./words.ts";

/** An article for each category of awards: how many are granted. */
export const articlesOf = (page: Page): readonly Section[] =>
  sentences(page, awardFigures(page)).map((sentence, at) => ({
    heading: text(page, "article", { number: at + 1 }),
    blocks: [{ block: "paragraph", text: sentence }],
  }));
