import type { Horizon } from "@tongket/core/log";
import type { Suppressed } from "@tongket/core/report";
import type { Call } from "./call.ts";
import { callFailure, optionIllTyped } from "./fault.ts";
import { isDate, isInstant } from "./instant.ts";

/** The value of an option that the call needs; throws where it is left out. */
export const demanded = <Value>(
  { command }: Pick<Call, "command">,
  option: string,
  value: Value | undefined,
): Value => {
  if (value === undefined) throw callFailure("OptionMissing", { option, command });
  return value;
};

/** A calendar date that was asked for, such as `--as-of`. */
export const dateOption = (call: Call, name: string): string | undefined =>
  typed(call, name, "a calendar date from 1900 to 2999 as YYYY-MM-DD", isDate);

/** A moment that was asked for, such as `--known-at`: of a day its end, in UTC. */
const momentOption = (call: Call, name: string): string | undefined => {
  const isMoment = (text: string): boolean => instantIn(text) !== undefined;
  const given = typed(call, name, "a day, or an instant in UTC as YYYY-MM-DDTHH:MM:SSZ", isMoment);
  return given === undefined ? undefined : instantIn(given);
};

const instantIn = (text: string): string | undefined => {
  const whole = isDate(text) ? `${text}T23:59:59.999Z` : text.replace(/(:\d\d)Z$/, "$1.000Z");
  return isInstant(whole) ? whole : undefined;
};

/** `--as-of` and `--known-at`. */
export const horizonOf = (call: Call): Horizon => {
  const asOf = dateOption(call, "asOf");
  const knownAt = momentOption(call, "knownAt");
  return {
    ...(asOf === undefined ? {} : { asOf: asOf as NonNullable<Horizon["asOf"]> }),
    ...(knownAt === undefined ? {} : { knownAt: knownAt as NonNullable<Horizon["knownAt"]> }),
  };
};

/** An instant that was asked for, such as `--now`. */
export const instantOption = (call: Call, name: string): string | undefined =>
  typed(call, name, "an instant as YYYY-MM-DDTHH:MM:SS.mmmZ", isInstant);

/** An id that was asked for, such as `--branch`. */
export const idOption = (call: Call, name: string): string | undefined =>
  typed(call, name, idExpected, isId);

export const yearOption = (call: Call, name: string): number | undefined => {
  const isYear = (text: string): boolean => /^(19|2\d)\d\d$/.test(text);
  const year = typed(call, name, "a year from 1900 to 2999", isYear);
  return year === undefined ? undefined : Number(year);
};

/** Years that follow each other, both ends among them. */
export interface Years {
  readonly first: number;
  readonly last: number;
}

/** `--years FROM..TO`. */
export const yearsOption = (call: Call, name: string): Years | undefined => {
  const expected = "years from 1900 to 2999 as FROM..TO, the earlier first, at most 100 of them";
  const given = typed(call, name, expected, (text) => yearsIn(text) !== undefined);
  return given === undefined ? undefined : yearsIn(given);
};

const yearsMax = 100;

const yearsIn = (text: string): Years | undefined => {
  const [, from, to] = /^((?:19|2\d)\d\d)\.\.((?:19|2\d)\d\d)$/.exec(text) ?? [];
  const [first, last] = [Number(from), Number(to)];
  return first <= last && last - first < yearsMax ? { first, last } : undefined;
};

/** `--threads N`: in how many to read a long ledger. */
export const threadsOption = (call: Call): number => {
  const isNumber = (text: string): boolean => /^([1-9]|1[0-6])$/.test(text);
  return Number(typed(call, "threads", "a number of threads from 1 to 16", isNumber) ?? 1);
};

/** `--head POSITION:HASH`. */
export const headOption = (
  call: Call,
): { readonly position: number; readonly hash: string } | undefined => {
  const text = typed(call, "head", "a position and its hash, as POSITION:HASH", (head) =>
    headPattern.test(head),
  );
  const [position = "", hash = ""] = (text ?? "").split(":");
  return text === undefined ? undefined : { position: Number(position), hash };
};

/** `--suppress names,cells<3`: what of a document is not shown. */
export const suppressOption = (call: Call): Suppressed | undefined => {
  const expected = "names, or cells<N with N from 2 to 999, or both with a comma between them";
  const given = typed(call, "suppress", expected, (text) => suppressedIn(text) !== undefined);
  return given === undefined ? undefined : suppressedIn(given);
};

const suppressedIn = (text: string): Suppressed | undefined => {
  const parts = text.split(",").map((part) => /^(?:names|cells<([2-9]|[1-9]\d{1,2}))$/.exec(part));
  const found = parts.filter((part) => part !== null);
  const cells = found.flatMap(([, under]) => (under === undefined ? [] : [Number(under)]));
  const isTwice = cells.length > 1 || found.length - cells.length > 1;
  if (found.length < parts.length || isTwice) return undefined;
  const [cellsUnder] = cells;
  return {
    ...(found.length > cells.length ? { names: true } : {}),
    ...(cellsUnder === undefined ? {} : { cellsUnder }),
  };
};

/** One of a few words that an option takes. */
export const choiceOption = <Choice extends string>(
  call: Call,
  name: string,
  choices: readonly Choice[],
): Choice | undefined => {
  const expected = choices.map((choice) => `"${choice}"`).join(" | ");
  const isChoice = (text: string): boolean => (choices as readonly string[]).includes(text);
  return typed(call, name, expected, isChoice) as Choice | undefined;
};

/** All the texts of an option that may be given again. */
export const textsOption = (call: Call, name: string): readonly string[] => {
  const given = call.options[name];
  return Array.isArray(given) ? (given as readonly string[]) : [];
};

/** A subject of a rating that was asked for, as `person:ID` or `branch:ID`. */
export const subjectOption = (
  call: Call,
  name: string,
): { readonly kind: "person" | "branch"; readonly id: string } | undefined => {
  const isSubject = (text: string): boolean => subjectPattern.test(text);
  const text = typed(call, name, "a subject as person:ID or branch:ID", isSubject);
  const [, kind, id = ""] = subjectPattern.exec(text ?? "") ?? [];
  return kind === undefined ? undefined : { kind: kind === "person" ? kind : "branch", id };
};

const subjectPattern = /^(person|branch):([A-Za-z0-9._:/-]{1,96})$/;

export const flagOption = (call: Call, name: string): boolean => call.options[name] === true;

/** The address of an event, given as an argument. */
export const isAddress = (text: string): boolean => /^[1-9]\d{0,15}\.(0|[1-9]\d{0,5})$/.test(text);

const typed = (
  call: Call,
  name: string,
  expected: string,
  fits: (text: string) => boolean,
): string | undefined => {
  const given = call.options[name];
  if (typeof given !== "string") return undefined;
  if (fits(given)) return given;
  const flag = `--${name.replace(/[A-Z]/g, (one) => `-${one.toLowerCase()}`)}`;
  throw optionIllTyped(flag, expected, given);
};

const headPattern = /^\d{1,16}:[0-9a-f]{64}$/;

export const idExpected = "an id: 1 to 96 of the characters A-Z a-z 0-9 . _ : / -";
export const isId = (text: string): boolean => /^[A-Za-z0-9._:/-]{1,96}$/.test(text);

/** Refuses options that do not go together with another one that is given. */
export const refuseTogether = ({ options }: Call, one: string, others: readonly string[]): void => {
  for (const other of others) {
    if (options[one] === undefined || options[other] === undefined) continue;
    throw callFailure("OptionsClash", { options: [`--${other}`, `--${one}`] });
  }
};
