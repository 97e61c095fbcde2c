import { expect, test } from "vitest";
import { readMarkdown } from "./markdown.ts";

test("blocks keep their words, text and line", () => {
  const page = "a\n\n````md file=x\n```ts\nlet a;\n```\n````\n\n- b\n\n  ~~~sh\n  run\n  ~~~\n";
  expect(readMarkdown(page).fences).toEqual([
    { info: "md file=x", line: 3, text: "```ts\nlet a;\n```" },
    { info: "sh", line: 11, text: "run" },
  ]);
});

test("links are read from prose only", () => {
  const page = '[![a](b.png)](c.md "title") [d](<e f.md>) [g](h_(i).md)\n\n`[j](k.md)` [^1]: l';
  expect(readMarkdown(page).links.map(({ target }) => target)).toEqual([
    "b.png",
    "c.md",
    "e f.md",
    "h_(i).md",
  ]);
});

test("anchors are headings as GitHub writes them", () => {
  const page =
    "# One figure, *end* to `end`\n## [Link](x.md) #\n## 7. Nhà\n## 7. Nhà\n```\n# no\n```\n";
  expect([...readMarkdown(page).anchors]).toEqual([
    "one-figure-end-to-end",
    "link",
    "7-nhà",
    "7-nhà-1",
  ]);
});
