import { textIn } from "../kernel/text-in.ts";
import type {
  Amount,
  Cap,
  Eligibility,
  LevelCondition,
  Source,
  Test,
  VoteRule,
} from "../rulebook/index.ts";
import type { LabelOf, Statement } from "../rulebook/statements.ts";
import { sayFormat } from "./format-text.ts";
import type { Lang } from "./lang.ts";
import type { Facts } from "./message.ts";
import { sayCount, sayDate, sayPercent } from "./numbers.ts";
import { type PackWord, sayPack } from "./pack-words.ts";

/** A statement of a pack as one reads it aloud: what, its value, its source, how far verified. */
export const sayStatement = (lang: Lang, statement: Statement, labelOf: LabelOf): string => {
  const { name, term, of, source, verification } = statement;
  const parameter = sayPack(lang, `parameter.${name}` as PackWord);
  const which = term === undefined ? undefined : labelOf(lang, term, of);
  const what =
    which === undefined ? parameter : sayPack(lang, "statement.one", { parameter, which });
  return sayPack(lang, "statement", {
    what,
    value: new Speaker(lang, labelOf, statement).value(statement),
    source: saySource(lang, source),
    grade: sayPack(lang, `grade.${verification}`),
  });
};

/** What a test asks of the facts of a member, or of a branch, in words. */
export const sayTest = (
  lang: Lang,
  { test, of }: Pick<LevelCondition, "test" | "of">,
  labelOf: LabelOf,
): string => new Speaker(lang, labelOf, { of }).test(test);

/** Where a statement stands: the instrument, its day, the place in it. */
export const saySource = (lang: Lang, { instrument, issuedOn, locator }: Source): string =>
  [instrument, issuedOn && sayDate(lang, issuedOn), locator]
    .filter((part) => part !== undefined)
    .join(", ");

/** How a cap is counted: what of what, how much, how rounded. */
export const sayCap = (lang: Lang, cap: Cap, labelOf: LabelOf): string =>
  new Speaker(lang, labelOf, { of: cap.of }).cap(cap);

/** Says the value of one statement. */
class Speaker {
  readonly #lang: Lang;
  readonly #labelOf: LabelOf;
  readonly #of: Statement["of"];

  constructor(lang: Lang, labelOf: LabelOf, { of }: Pick<Statement, "of">) {
    this.#lang = lang;
    this.#labelOf = labelOf;
    this.#of = of;
  }

  value({ name, value }: Statement): string {
    switch (name) {
      case "conditions":
        return this.#condition(value as LevelCondition);
      case "caps":
        return this.cap(value as Cap);
      case "caps.base":
        return this.#say(`base.${value as Cap["base"]}`);
      case "caps.rounding":
        return this.#say(`rounding.${value as Cap["rounding"]}`);
      case "eligibility":
        return this.#eligibility(value as Eligibility);
      case "eligibility.recipient":
        return this.#recipient((value as Eligibility).recipient);
      case "eligibility.anyOf":
        return this.#ratings(value as Eligibility);
      case "notRated":
        return this.#list(value as string[], (one) => this.#say(`notRated.${one}` as PackWord));
      case "restDays":
        return this.#list(value as number[], (one) => this.#say(`weekday.${one}` as PackWord));
      default:
        return sayFormat(this.#lang, name, value) ?? this.#any(value);
    }
  }

  #say(word: PackWord, facts: Facts = {}): string {
    return sayPack(this.#lang, word, facts);
  }

  #label(term: string): string {
    return this.#labelOf(this.#lang, term, this.#of);
  }

  #list<T>(all: readonly T[], each: (one: T) => string): string {
    return all.length === 0 ? this.#say("value.nothing") : all.map(each).join(", ");
  }

  /** By its shape: a number, a share, a vote, a word, a date, or a list of these. */
  #any(value: unknown): string {
    if (value === null) return this.#say("value.notFound");
    if (Array.isArray(value)) return this.#list(value, (one) => this.#any(one));
    if (typeof value === "number") return sayCount(this.#lang, value);
    if (typeof value === "string") {
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? sayDate(this.#lang, value) : this.#label(value);
    }
    const entry = value as Entry;
    if (entry.labels !== undefined) return textIn(entry.labels, this.#lang);
    if (entry.form !== undefined) return this.#formVote(entry);
    if (entry.kind !== undefined) {
      return this.#say("each", { which: this.#label(entry.kind), value: this.#any(entry.members) });
    }
    return entry.share === undefined
      ? this.#amount(value as Amount)
      : this.#vote(value as VoteRule);
  }

  #formVote({ form = "", vote, committeeVote }: Entry): string {
    const own = this.#vote(vote as VoteRule);
    const both =
      committeeVote === undefined
        ? own
        : this.#say("vote.both", { vote: own, committee: this.#vote(committeeVote) });
    return this.#say("each", { which: this.#label(form), value: both });
  }

  #amount(amount: Amount): string {
    if (typeof amount === "number") return sayCount(this.#lang, amount);
    const { num, den } = amount;
    if (den === 100) return sayPercent(this.#lang, sayCount(this.#lang, num));
    return `${sayCount(this.#lang, num)}/${sayCount(this.#lang, den)}`;
  }

  #vote({ op, share, of }: VoteRule): string {
    return this.#say(`vote.${of}`, { share: this.#compared(op, share) });
  }

  #compared(op: VoteRule["op"], amount: Amount): string {
    return this.#say(`op.${op}`, { value: this.#amount(amount) });
  }

  test(test: Test): string {
    if ("all" in test) return this.#joined(test.all, "test.and");
    if ("any" in test) return this.#joined(test.any, "test.or");
    if ("not" in test) return this.#say("test.not", { test: this.#inner(test.not) });
    if ("is" in test) {
      return this.#say(test.is ? "test.yes" : "test.no", { fact: this.#label(test.fact) });
    }
    if ("fact" in test) {
      const value = this.#compared(test.op, test.value);
      return this.#say("test.number", { fact: this.#label(test.fact), value });
    }
    return this.#say("test.share", {
      part: this.#label(test.part),
      value: this.#compared(test.op, test.share),
      total: this.#label(test.whole),
    });
  }

  #joined(tests: readonly Test[], by: "test.and" | "test.or"): string {
    return tests.map((one) => this.#inner(one)).join(this.#say(by));
  }

  /** A test inside another one, so that the words tell which belong together. */
  #inner(test: Test): string {
    const said = this.test(test);
    return "all" in test || "any" in test ? `(${said})` : said;
  }

  #condition({ levels, kinds, test }: LevelCondition): string {
    const facts = {
      levels: this.#list(levels, (one) => this.#label(one)),
      test: this.test(test),
    };
    return kinds === undefined
      ? this.#say("condition", facts)
      : this.#say("condition.kinds", {
          ...facts,
          kinds: this.#list(kinds, (one) => this.#label(one)),
        });
  }

  cap({ part, base, value, rounding }: Cap): string {
    const facts = {
      part: this.#label("level" in part ? part.level : part.distinction),
      base: this.#say(`base.${base}`),
    };
    return value === null
      ? this.#say("cap.unknown", facts)
      : this.#say("cap", {
          ...facts,
          share: this.#amount(value),
          rounding: this.#say(`rounding.${rounding}`),
        });
  }

  #eligibility(eligibility: Eligibility): string {
    return this.#say("eligible", {
      recipient: this.#recipient(eligibility.recipient),
      ratings: this.#ratings(eligibility),
      years: eligibility.yearsRunning,
    });
  }

  #ratings({ anyOf }: Eligibility): string {
    return anyOf
      .map((one) => this.#label("level" in one ? one.level : one.distinction))
      .join(this.#say("test.or"));
  }

  #recipient(recipient: Eligibility["recipient"]): string {
    if ("member" in recipient) return this.#say("recipient.members");
    const kinds = this.#list(recipient.kinds, (one) => this.#label(one));
    const { under } = recipient;
    if (under === undefined) return kinds;
    const above =
      under === "granting"
        ? this.#say("under.granting")
        : this.#list(under, (one) => this.#label(one));
    return this.#say("recipient.below", { kinds, under: above });
  }
}

interface Entry {
  readonly term?: string;
  readonly labels?: { readonly [lang: string]: string };
  readonly form?: string;
  readonly vote?: VoteRule;
  readonly committeeVote?: VoteRule;
  readonly kind?: string;
  readonly members?: number;
  readonly share?: unknown;
}
