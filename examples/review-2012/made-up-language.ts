import type { Language } from "@tongket/core/messages";

/** The letters of English as another alphabet writes them, places for facts as they are. */
export const marked = (text: string): string =>
  text
    .split(/(\{\w+(?::\w+)?(?=\})\}|\{\w+|\|)/)
    .map((part, at) => (at % 2 === 0 ? part.replace(/[A-Za-z]/g, wide) : part))
    .join("");

/** NOTE: these letters stand as far behind those of ASCII as no others do. */
const wide = (letter: string): string => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0);

const markedAll = <Value>(value: Value): Value => {
  if (typeof value === "string") return marked(value) as Value;
  if (typeof value === "function") {
    return ((...given: readonly unknown[]) => markedAll(value(...given))) as Value;
  }
  if (Array.isArray(value)) return value.map(markedAll) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, markedAll(inner)]),
  ) as Value;
};

/** A language that nobody speaks: English in other letters, numbers and days. */
export const madeUp = (english: Language): Language => ({
  ...markedAll(english),
  locale: "en-XA",
  writing: {
    ...markedAll({ ...english.writing, form: 0 }),
    form: english.writing.form,
    thousands: "’",
    decimal: "·",
    percent: (number) => `${number} ‰%`,
    date: ({ day, month, year }) => `${year}.${month}.${day}`,
  },
});
