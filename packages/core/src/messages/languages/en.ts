import { type Expected, expectationsEn } from "../expectations.en.ts";
import { factsEn } from "../facts.en.ts";
import { inputFaultsEn } from "../input-faults.en.ts";
import type { Expectation, Language } from "../language.ts";
import { ledgerFaultsEn } from "../ledger-faults.en.ts";
import { packFaultsEn } from "../pack-faults.en.ts";
import { packWordsEn } from "../pack-words.en.ts";
import { pageEn } from "../page.en.ts";
import { refusalsEn } from "../refusals.en.ts";
import { reportEn } from "../report.en.ts";
import { vocabularyEn } from "../vocabulary.en.ts";
import { wordsEn } from "../words.en.ts";

const months =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** English: `23 January 2013`, `97.4%`, `1,250`. */
export const en: Language = {
  locale: "en-GB",
  writing: {
    thousands: ",",
    decimal: ".",
    percent: (number) => `${number}%`,
    date: ({ day, month, year }) => `${day} ${months[month - 1]} ${year}`,
    month: (month) => months[month - 1] ?? "",
    yes: "yes",
    no: "no",
    nothing: "nothing",
    list: {
      joined: (items) => `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`,
      none: "none",
      more: (items) => `${items} more`,
    },
    form: (count) => (count === 1 ? 0 : 1),
  },
  page: pageEn,
  report: reportEn,
  letterhead: {
    kinds: {
      "annual-review": "Report",
      scoreboard: "Scoreboard",
      resolution: "Resolution",
      programme: "Programme",
      "award-decision": "Decision",
      "stock-and-flow": "Stock and flow",
    },
    number: "No. {number}",
    placeAndDate: "{place}, {day} {monthName} {year}",
    onBehalf: "For {body}",
    recipientsLabel: "To:",
  },
  facts: factsEn,
  refusals: refusalsEn,
  ledgerFaults: ledgerFaultsEn,
  inputFaults: inputFaultsEn,
  packFaults: packFaultsEn,
  packWords: packWordsEn,
  words: wordsEn,
  vocabulary: vocabularyEn,
  // The schemas speak English themselves.
  expectations: Object.fromEntries(
    Object.entries(expectationsEn).map(([says, toDo]) => [says, { says, toDo }]),
  ) as { readonly [Each in Expected]: Expectation },
  expectationForms: {
    between: (low, high) => `a value between ${low} and ${high}`,
    lengthMax: (most) => `a value with a length of at most ${most}`,
    lengthMin: (least) => `a value with a length of at least ${least}`,
    anyKindOf: (kinds) => kinds.join(" | "),
    objectLike: (forms) => forms,
    objectOf: (fields) => `object ${fields}`,
    oneShapeOf: (shapes) => `one of: ${shapes.join(", ")}`,
    version: (version, type) => `version ${version} of ${type} or an older one`,
    pattern: (regExp) => `a string matching the RegExp ${regExp}`,
    wordOf: (words) => words.join(" | "),
    toDo: "Write such a value.",
  },
};
