import type { Lang, Said } from "@tongket/core/messages";
import {
  type InputFactName,
  type InputFaultName,
  sayExpected,
  sayInputFault,
  sayToDo,
} from "@tongket/core/messages";

/** Where something is: a file, a line or record of it, a member of the command there. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  /** Of several lines together the last; `line` is the first. */
  readonly lastLine?: number;
  /** Of a record that a database keeps. */
  readonly position?: number;
  readonly path?: readonly (string | number)[];
}

/** One thing that is wrong, or one refusal, in its place. */
export interface PlacedFault {
  /** The name of the rule that does not hold. */
  readonly rule: string;
  readonly place: Place;
  readonly facts: { readonly [name: string]: unknown };
  readonly say: (lang: Lang) => Said;
}

/** The facts that the messages of an input fault show. */
export type InputFacts<Name extends InputFaultName> = {
  readonly [Fact in InputFactName<Name>]: unknown;
};

/** A fault of a call or an input, with the facts that its messages ask for. */
export const inputFault = <Name extends InputFaultName>(
  rule: Name,
  facts: InputFacts<Name>,
  place: Place = {},
): PlacedFault => ({ rule, place, facts, say: (lang) => sayInputFault(lang, rule, facts) });

type IllTypedName = Extract<InputFaultName, `${string}IllTyped`>;

/** A value that is not of its kind; `expected` is in the words of the schemas. */
export const illTypedAs = <Name extends IllTypedName>(
  rule: Name,
  { expected, found, ...named }: Omit<InputFacts<Name>, "toDo"> & IllTyped,
  place: Place = {},
): PlacedFault => ({
  rule,
  place,
  facts: { ...named, expected, found },
  say: (lang) =>
    sayInputFault(lang, rule, {
      ...named,
      expected: sayExpected(lang, expected),
      found,
      toDo: sayToDo(lang, expected),
    } as unknown as InputFacts<Name>),
});

interface IllTyped {
  readonly expected: string;
  readonly found: unknown;
}

/** A value in an input that is not of its kind. */
export const illTyped = (expected: string, found: unknown, place: Place): PlacedFault =>
  illTypedAs("IllTyped", { expected, found }, place);

/** What a schema found in an input: a field too few or too many, or a value of another kind. */
export const shapeFault = (expected: string, found: unknown, place: Place): PlacedFault => {
  switch (expected) {
    case "Missing key":
      return inputFault("FieldMissing", {}, place);
    case "no excess property":
      return inputFault("FieldUnknown", {}, place);
    default:
      return illTyped(expected, found, place);
  }
};

/** The same fault, without the value that was found; the name of a command is none. */
export const withoutValue = (fault: PlacedFault): PlacedFault => withValue(fault, "…");

/** The same fault, with what may be shown of the value that was found. */
export const withValue = (fault: PlacedFault, found: unknown): PlacedFault => {
  const { rule, place, facts } = fault;
  if (!Object.hasOwn(facts, "found") || rule === "NoSuchCommand") return fault;
  const hidden = { ...facts, found };
  return rule.endsWith("IllTyped")
    ? illTypedAs(rule as "IllTyped", hidden as never, place)
    : inputFault(rule as InputFaultName, hidden as never, place);
};

/** An option whose value is not of its kind. */
export const optionIllTyped = (option: string, expected: string, found: unknown): Failure =>
  new Failure("call", [illTypedAs("OptionIllTyped", { option, expected, found })]);

/** An argument whose value is not of its kind. */
export const argumentIllTyped = (argument: string, expected: string, found: unknown): Failure =>
  new Failure("call", [illTypedAs("ArgumentIllTyped", { argument, expected, found })]);

/** How a run ends that did not do what was asked. */
export type FailureKind = "call" | "input" | "refused" | "ledger" | "interrupted" | "program";

/**
 * What the caller got wrong, or the world: the one thing that the commands throw. The program
 * turns it into messages and an exit code, and no stack is ever shown.
 */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly kind: FailureKind;
  readonly exit: number;
  readonly faults: readonly PlacedFault[];
  /** How many faults there are beyond those listed. */
  readonly more: number;
  constructor(
    kind: FailureKind,
    faults: readonly PlacedFault[],
    options: { readonly exit?: number; readonly faultsMax?: number } = {},
  ) {
    const listed = faults.slice(0, options.faultsMax);
    super(`${kind}: ${listed.map(({ rule }) => rule).join(", ")}`);
    this.kind = kind;
    this.exit = options.exit ?? (kind === "refused" ? 1 : 2);
    this.faults = listed;
    this.more = faults.length - listed.length;
  }
}

/** The call itself is wrong. */
export const callFailure = <Name extends InputFaultName>(
  rule: Name,
  facts: InputFacts<Name>,
): Failure => new Failure("call", [inputFault(rule, facts)]);

/** A file cannot be used. */
export const fileFailure = <Name extends InputFaultName>(
  file: string,
  rule: Name,
  facts: InputFacts<Name>,
): Failure => new Failure("input", [inputFault(rule, facts, { file })]);

/** What the file system said of a file; any other error as it is. */
export const fileFault = (file: string, error: unknown): unknown => {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === "ENOENT") return fileFailure(file, "FileMissing", { file });
  if (code === "EISDIR") return fileFailure(file, "FileIsDirectory", { file });
  return code === undefined || !/^E[A-Z]/.test(code) || code.startsWith("ERR_")
    ? error
    : fileFailure(file, "FileUnreadable", { file, why: code });
};

/** A signal asked the program to end before it was done. */
export const interrupted = ({ reason: signal }: AbortSignal): Failure =>
  new Failure("interrupted", [inputFault("Interrupted", { signal: String(signal) })], {
    exit: signal === "SIGTERM" ? 143 : 130,
  });
