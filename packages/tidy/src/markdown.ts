/** A code block: its words after the ticks, its text, and the line of its opening. */
export type Fence = { readonly info: string; readonly text: string; readonly line: number };

type Link = { readonly target: string; readonly line: number };

export type Markdown = {
  readonly fences: readonly Fence[];
  readonly links: readonly Link[];
  /** The anchors of the page: its headings as GitHub writes them, and explicit ids. */
  readonly anchors: ReadonlySet<string>;
};

const opening = /^(\s*)(`{3,}|~{3,})\s*([^`]*)$/;
const inlineLink =
  /\]\(\s*(?:<([^>]*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*)*))(?:\s+["'(][^)]*)?\s*\)/g;
const definition = /^\s{0,3}\[(?!\^)[^\]]+\]:\s*<?([^\s>]+)>?/g;
const htmlLink = /<(?:a|img|source)\b[^>]*?\b(?:href|src|srcset)="([^"]+)"/g;
const htmlAnchor = /<[a-z]\w*\b[^>]*?\b(?:id|name)="([^"]+)"/g;

/** Reads what the rules on documents need from a page; it is no full parser. */
export function readMarkdown(text: string): Markdown {
  const { fences, prose } = splitFences(text.split("\n"));
  const links = prose.flatMap(({ text: line, number }) => {
    const bare = line.replace(/(`+)[^`].*?\1/g, "");
    const targets = [inlineLink, definition, htmlLink].flatMap((pattern) =>
      [...bare.matchAll(pattern)].map((found) => found[1] ?? found[2] ?? ""),
    );
    return targets.map((target) => ({ target, line: number }));
  });
  return { fences, links, anchors: anchorsOf(prose.map((line) => line.text)) };
}

type Line = { readonly text: string; readonly number: number };

function splitFences(lines: readonly string[]): { fences: Fence[]; prose: Line[] } {
  const fences: Fence[] = [];
  const prose: Line[] = [];
  let open:
    | { indent: string; ticks: string; info: string; line: number; body: string[] }
    | undefined;
  for (const [index, text] of lines.entries()) {
    const isClosing =
      open !== undefined && text.trim().startsWith(open.ticks) && /^\s*[`~]+\s*$/.test(text);
    if (open !== undefined && isClosing) {
      fences.push({ info: open.info, line: open.line, text: open.body.join("\n") });
      open = undefined;
    } else if (open !== undefined) {
      open.body.push(
        text.startsWith(open.indent) ? text.slice(open.indent.length) : text.trimStart(),
      );
    } else {
      const [, indent = "", ticks, info = ""] = opening.exec(text) ?? [];
      if (ticks === undefined) prose.push({ text, number: index + 1 });
      else open = { indent, ticks, info: info.trim(), line: index + 1, body: [] };
    }
  }
  return { fences, prose };
}

function anchorsOf(lines: readonly string[]): Set<string> {
  const anchors = new Set<string>();
  for (const line of lines) {
    for (const [, id = ""] of line.matchAll(htmlAnchor)) anchors.add(id);
    const heading = /^ {0,3}#{1,6}\s+(.*?)\s*#*\s*$/.exec(line)?.[1];
    if (heading === undefined) continue;
    const slug = slugOf(heading);
    let anchor = slug;
    for (let nth = 1; anchors.has(anchor); nth += 1) anchor = `${slug}-${nth}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** A heading's anchor as GitHub makes it: letters of any language stay, signs go. */
function slugOf(heading: string): string {
  const words = heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/<[^>]+>/g, "");
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
}
