import { expect, test } from "vitest";
import { docLinks } from "./doc-links.ts";
import { sourceTree } from "./source-tree.ts";

const found = (text: string): string[] =>
  docLinks(
    sourceTree({
      "docs/tour.md": text,
      "docs/laws.md": '# Luật\n\n## Tổng kết: `a` & b\n\n## Same\n\n## Same\n\n<a id="odd"></a>\n',
      "docs/a (copy).md": "",
      "packages/core/src/index.ts": "x\ny\n",
    }),
  ).map(({ line, message }) => `${line}: ${message}`);

test.each([
  "[laws](laws.md) and [core](../packages/core/src/index.ts)",
  "[folder](../packages/core/) and [root](/docs/laws.md)",
  "[a](laws.md#tổng-kết-a--b) [b](laws.md#same-1) [c](laws.md#odd)",
  "[coded](laws.md#t%E1%BB%95ng-k%E1%BA%BFt-a--b) [space](<a (copy).md>)",
  "[code](../packages/core/src/index.ts#L2)",
  "[away](https://example.org/x.md) [mail](mailto:a@example.org)",
  "# Here\n\n[up](#here)",
  "`[not](a-link.md)`\n\n```md\n[nor](this.md)\n```",
])("lets be: %s", (text) => {
  expect(found(text)).toEqual([]);
});

test.each([
  ["\n\n[laws](law.md)", "3: the link law.md leads nowhere: there is no docs/law.md"],
  ["[`x`](../../out.md)", "1: the link ../../out.md leads nowhere: there is no ../out.md"],
  ["![plan](plan.png)", "1: the link plan.png leads nowhere: there is no docs/plan.png"],
  ["[x]: law.md", "1: the link law.md leads nowhere: there is no docs/law.md"],
  ['<img alt="" src="plan.png">', "1: the link plan.png leads nowhere: there is no docs/plan.png"],
  ["[a](laws.md#none)", "1: #none is not in docs/laws.md"],
  ["[a](laws.md#same-2)", "1: #same-2 is not in docs/laws.md"],
  ["[a](#none)", "1: #none is not in docs/tour.md"],
  ["[a](../packages/core/src/index.ts#L9)", "1: #L9 is not in packages/core/src/index.ts"],
])("refuses %s", (text, message) => {
  expect(found(text)).toEqual([message]);
});
