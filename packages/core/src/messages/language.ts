import type { RefusalName } from "../deciders.ts";
import type { LedgerFaultName } from "../log/event-store.ts";
import type { DocumentKind } from "../rulebook/document-pack.ts";
import type { PackRule } from "../rulebook/pack-fault.ts";
import type { Expected } from "./expectations.en.ts";
import type { factsEn } from "./facts.en.ts";
import type { InputFaultName } from "./input-faults.ts";
import type { Message, Template } from "./message.ts";
import type { PackWord } from "./pack-words.en.ts";
import type { PageWord } from "./page.en.ts";
import type { reportEn } from "./report.en.ts";
import type { CodeWord } from "./vocabulary.en.ts";
import type { Word } from "./words.en.ts";

/**
 * All that reaches a user in one language. English says which messages there are and which facts
 * each may show; what organisations call things stands in rule packs, and what is recorded in the
 * ledger.
 */
export interface Language {
  /** Of letters and spelling, such as `vi-VN`. */
  readonly locale: string;
  readonly writing: Writing;
  readonly page: { readonly [Each in PageWord]: string };
  readonly report: { readonly [Key in keyof typeof reportEn]: string };
  readonly letterhead: Letterhead;
  readonly facts: { readonly [Type in keyof typeof factsEn]: Template };
  readonly refusals: { readonly [Name in RefusalName]: Message };
  readonly ledgerFaults: { readonly [Name in LedgerFaultName]: Message };
  readonly inputFaults: { readonly [Name in InputFaultName]: Message };
  readonly packFaults: { readonly [Rule in PackRule]: Message };
  readonly packWords: { readonly [Each in PackWord]: string };
  readonly words: { readonly [Each in Word]: string };
  readonly vocabulary: { readonly [Each in CodeWord]: string };
  readonly expectations: { readonly [Each in Expected]: Expectation };
  /** What the schemas expect with a number or a choice in it, and what to do about any other. */
  readonly expectationForms: ExpectationForms;
}

/** How numbers, days and lists are written. */
export interface Writing {
  /** What tells thousands apart: `1.250`. */
  readonly thousands: string;
  readonly decimal: string;
  /** A number that is written already as a percentage. */
  readonly percent: (number: string) => string;
  readonly date: (day: CalendarDay) => string;
  /** The name of a month, from 1 on. */
  readonly month: (month: number) => string;
  readonly yes: string;
  readonly no: string;
  readonly nothing: string;
  readonly list: ListWriting;
  /** Which of the forms of `{count|one|many}` a count takes, from 0 on; NaN where it is hidden. */
  readonly form: (count: number) => number;
}

export interface CalendarDay {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

interface ListWriting {
  /** Of two items or more. */
  readonly joined: (items: readonly string[]) => string;
  readonly none: string;
  /** In the place of so many further items. */
  readonly more: (items: number) => string;
}

/** Head and foot of a document where no rule pack says how they are. */
interface Letterhead {
  readonly kinds: { readonly [Kind in DocumentKind]: string };
  readonly number: string;
  /** With the places `{place}`, `{day}`, `{month}` or `{monthName}`, and `{year}`. */
  readonly placeAndDate: string;
  readonly onBehalf: string;
  readonly recipientsLabel: string;
}

/** What a schema expects, and what to do where that was not met. */
export interface Expectation {
  readonly says: string;
  readonly toDo: string;
}

interface ExpectationForms {
  readonly between: (low: string, high: string) => string;
  readonly lengthMax: (most: string) => string;
  readonly lengthMin: (least: string) => string;
  readonly anyKindOf: (kinds: readonly string[]) => string;
  readonly objectLike: (forms: string) => string;
  readonly objectOf: (fields: string) => string;
  readonly oneShapeOf: (shapes: readonly string[]) => string;
  readonly version: (version: string, type: string) => string;
  readonly pattern: (regExp: string) => string;
  readonly wordOf: (words: readonly string[]) => string;
  readonly toDo: string;
}
