import { escaped, type Lang, say } from "@tongket/core/messages";
import type { Failure, Place, PlacedFault } from "./fault.ts";
import { asText } from "./lines.ts";

/** A fault on one line: where, what is the case, what to do, and the name of the rule. */
export const faultLine = (lang: Lang, { rule, place, say: told }: PlacedFault): string => {
  const { says, remedy } = told(lang);
  const toDo = remedy === "" ? "" : ` ${say(lang, "remedy")}: ${remedy}`;
  return `${placeText(lang, place)}${says}${toDo} [${escaped(rule)}]`;
};

const placeText = (lang: Lang, { file, line, lastLine, position, path }: Place): string => {
  const lines = lastLine === undefined ? `${line}` : `${line}-${lastLine}`;
  const lined = line === undefined ? (file ?? "") : `${file ?? ""}:${lines}`;
  const at = position === undefined ? "" : say(lang, "place.position", { position });
  return [lined, at, path === undefined ? "" : pathText(path)]
    .filter((part) => part !== "")
    .map((part) => `${escaped(part)}: `)
    .join("");
};

/** `data.items[2].branch`. */
const pathText = (path: readonly (string | number)[]): string => {
  const text = path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step.slice(0, 80)}`))
    .join("");
  return text.startsWith(".") ? text.slice(1) : text;
};

/** All that a failure lists, for people. */
export const failureText = (lang: Lang, failure: Failure): string => {
  const lines = failure.faults.map((fault) => faultLine(lang, fault));
  const more = failure.more > 0 ? [say(lang, "more", { count: failure.more })] : [];
  return asText([...lines, ...more]);
};

/** The same for machines. */
export const failureJson = (lang: Lang, failure: Failure): object => ({
  kind: failure.kind,
  exit: failure.exit,
  faults: faultsJson(lang, failure.faults),
  more: failure.more,
});

export const faultsJson = (lang: Lang, faults: readonly PlacedFault[]): readonly object[] =>
  faults.map(({ rule, place, facts, say: told }) => ({ rule, ...place, facts, ...told(lang) }));

/** What is said beside a result, without having stopped it. */
export const warningLines = (lang: Lang, warnings: readonly PlacedFault[]): readonly string[] =>
  warnings.map((one) => `${say(lang, "warning")}: ${faultLine(lang, one)}`);

/** JSON in which no character can move a cursor or turn the direction of text. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
