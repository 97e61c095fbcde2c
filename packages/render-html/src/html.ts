/** Text that is HTML: what came from elsewhere was escaped on its way in. */
export interface Html {
  readonly html: string;
}

type Value = string | number | Html | undefined | readonly Html[];

/** HTML in whose places values stand as text, unless they are HTML themselves. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  html: parts.reduce((all, part, at) => `${all}${shown(values[at - 1])}${part}`),
});

/** HTML that a program wrote, such as a style sheet. */
export const asIs = (text: string): Html => ({ html: text });

const shown = (value: Value): string => {
  if (value === undefined) return "";
  if (typeof value === "string" || typeof value === "number") return escaped(String(value));
  return "html" in value ? value.html : value.map((one) => one.html).join("\n");
};

/** NOTE: a browser would read control characters as others, or not at all. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, "\ufffd")
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
