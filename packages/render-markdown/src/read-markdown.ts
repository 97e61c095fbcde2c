/** What begins the comment that holds a manifest. */
export const commentName = "tongket";

/**
 * The manifest of a rendered document, and its words as they are shown: without the marks of
 * Markdown and the lines that align tables, but with the numbers of lists and the borders of cells.
 */
export const readMarkdown = (
  bytes: Uint8Array,
): { readonly manifest: string | undefined; readonly text: string } => {
  const whole = new TextDecoder().decode(bytes);
  const [comment, manifest] = manifestIn.exec(whole) ?? [];
  const text = (comment === undefined ? whole : whole.replace(comment, ""))
    .split(/\r?\n/)
    .filter((line) => !/^\|( -{3}:? \|)+$/.test(line))
    .map((line) => line.replace(/^#+ |^- /, "").replace(/\\(.)|\*/g, (_, sign = "") => plain(sign)))
    .join("\n");
  return { manifest, text };
};

/** NOTE: a bar is left to the borders of cells, for a figure tells nothing but in its column. */
const plain = (sign: string): string => (sign === "|" ? "¦" : sign);

const manifestIn = new RegExp(`<!-- ${commentName} ([^>]*) -->\\s*$`);
