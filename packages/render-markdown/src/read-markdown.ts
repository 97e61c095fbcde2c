/** What begins the comment that holds a manifest. */
export const commentName = "tongket";

/**
 * The manifest of a rendered document, and its words as they are shown: without the marks of
 * Markdown and the lines that align tables.
 */
export const readMarkdown = (
  bytes: Uint8Array,
): { readonly manifest: string | undefined; readonly text: string } => {
  const whole = new TextDecoder().decode(bytes);
  const [comment, manifest] = manifestIn.exec(whole) ?? [];
  const text = (comment === undefined ? whole : whole.replace(comment, ""))
    .split("\n")
    .filter((line) => !/^\|( -{3}:? \|)+$/.test(line))
    .map((line) => line.replace(/^#+ |^- |^\d+\. /, "").replace(/\\(.)|[*|]/g, "$1"))
    .join("\n");
  return { manifest, text };
};

const manifestIn = new RegExp(`<!-- ${commentName} ([^>]*) -->\n$`);
