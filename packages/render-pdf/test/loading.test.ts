import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const script = (then: string): string => `
  const { renderPdf } = await import("@tongket/render-pdf");
  const { wholeDocument } = await import("./packages/render-pdf/test/whole-document.ts");
  ${then}
  const { sharedObjects } = process.report.getReport();
  console.log(sharedObjects.some((name) => name.includes("typst")));`;

const printed = (then: string): string =>
  execFileSync(
    process.execPath,
    ["--conditions=source", "--input-type=module", "-e", script(then)],
    { cwd: root, encoding: "utf8" },
  ).trim();

test("the compiler is loaded when a PDF is asked for, and not before", () => {
  expect(printed("")).toBe("false");
  expect(printed("await renderPdf(wholeDocument);")).toBe("true");
});
