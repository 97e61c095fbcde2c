import { posix } from "node:path";
import { readMarkdown } from "./markdown.ts";
import {
  type Fault,
  fileAt,
  type SourceFile,
  type SourceTree,
  type Violation,
} from "./source-tree.ts";

/** Relative links of every page, and their anchors, lead somewhere. */
export function docLinks(tree: SourceTree): Violation[] {
  const folders = new Set(tree.flatMap(({ path }) => foldersOf(path)));
  return tree
    .filter((file) => file.path.endsWith(".md"))
    .flatMap((file) =>
      readMarkdown(file.text).links.flatMap(({ target, line }) => {
        const fault = linkFault(tree, folders, { file, target });
        return fault === undefined ? [] : [{ rule: "doc-links", file: file.path, line, ...fault }];
      }),
    );
}

function linkFault(
  tree: SourceTree,
  folders: ReadonlySet<string>,
  { file, target }: { file: SourceFile; target: string },
): Fault | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) return undefined;
  const [link = "", anchor] = target.split("#");
  const path = link === "" ? file.path : pathOf(file.path, link);
  const found = fileAt(tree, path);
  if (found === undefined) {
    if (folders.has(path) && anchor === undefined) return undefined;
    const message = `the link ${target} leads nowhere: there is no ${path}`;
    return { message, remedy: "correct the path, from the page's own folder" };
  }
  if (anchor === undefined || anchor === "") return undefined;
  return anchorFault(found, decoded(anchor));
}

function anchorFault(file: SourceFile, anchor: string): Fault | undefined {
  const message = `#${anchor} is not in ${file.path}`;
  if (!file.path.endsWith(".md")) {
    const lastLine = Number(/^L\d+(?:-L(\d+))?$/.exec(anchor)?.[1] ?? anchor.slice(1));
    const isThere = /^L\d+/.test(anchor) && lastLine <= file.text.split("\n").length;
    return isThere ? undefined : { message, remedy: "link to the file, without an anchor" };
  }
  const { anchors } = readMarkdown(file.text);
  if (anchors.has(anchor)) return undefined;
  return { message, remedy: `use one of: ${[...anchors].map((each) => `#${each}`).join(" ")}` };
}

function pathOf(page: string, link: string): string {
  const path = decoded(link.split("?")[0] ?? "");
  const fromRoot = path.startsWith("/") ? path.slice(1) : posix.join(posix.dirname(page), path);
  return posix.normalize(fromRoot).replace(/\/$/, "");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function foldersOf(path: string): string[] {
  const parts = path.split("/");
  return [".", ...parts.slice(1).map((_, depth) => parts.slice(0, depth + 1).join("/"))];
}
