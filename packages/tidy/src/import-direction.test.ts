import { describe, expect, test } from "vitest";
import { importDirection } from "./import-direction.ts";
import { coreLayers, packageRows } from "./layers.ts";
import { matches, sourceTree } from "./source-tree.ts";

const core = (texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      "kernel/ids.ts": "",
      "kernel/decider.ts": "",
      "branch/events.ts": "",
      "rating/events.ts": "",
      "rating/state.ts": "",
      "rating/rules.ts": "",
      "rating/index.ts": "",
      "rulebook/rule-pack.ts": "",
      "log/commit.ts": "",
      "log/effective.ts": "",
      ...texts,
    }).map(([path, text]) => [`packages/core/src/${path}`, text]),
  );

const inCore = (file: string, ...specifiers: string[]): string[] =>
  found(core({ [file]: specifiers.map((each) => `import "${each}";`).join("\n") }));

const found = (texts: Record<string, string>): string[] =>
  importDirection(sourceTree(texts)).map(({ line, message }) => `${line}: ${message}`);

describe("inside core", () => {
  test.each([
    ["branch/events.ts", "../kernel/ids.ts"],
    ["branch/events.ts", "../rating/events.ts"],
    ["rating/rules.ts", "./events.ts"],
    ["rating/decide.ts", "./rules.ts"],
    ["rating/decide.ts", "./state.ts"],
    ["rating/decide.ts", "../branch/events.ts"],
    ["rating/index.ts", "./state.ts"],
    ["log/event-catalogue.ts", "../rating/events.ts"],
    ["log/handle.ts", "../rulebook/rulebook.ts"],
    ["rating/rules.ts", "./state.ts"],
    ["branch/tree.ts", "./rules.ts"],
    ["deciders.ts", "./rating/index.ts"],
    ["projections/ratings.ts", "../rating/events.ts"],
    ["projections/ratings.ts", "../log/effective.ts"],
    ["index.ts", "./rating/index.ts"],
    ["branch/decide.test.ts", "../rating/state.ts"],
  ])("%s may import %s", (file, specifier) => {
    expect(inCore(file, specifier)).toEqual([]);
  });

  test.each([
    ["kernel/ids.ts", "../branch/events.ts", "kernel imports a slice's events"],
    ["branch/events.ts", "../log/commit.ts", "events imports log"],
    ["rating/state.ts", "./rules.ts", "state imports rules"],
    ["branch/decide.ts", "../rating/state.ts", "decide imports another slice's state"],
    ["branch/decide.ts", "../rating/index.ts", "decide imports another slice's index"],
    ["branch/index.ts", "../rating/rules.ts", "index imports another slice's rules"],
    ["log/codec.ts", "../rating/index.ts", "log imports a slice's index"],
    ["projections/ratings.ts", "../rating/rules.ts", "projections imports a slice's rules"],
    ["projections/ratings.ts", "../log/commit.ts", "projections imports log"],
    ["report/annual-review.ts", "../rating/events.ts", "report imports a slice's events"],
    ["rulebook/in-force.ts", "../branch/events.ts", "rulebook imports a slice's events"],
  ])("%s may not import %s", (file, specifier, message) => {
    expect(inCore(file, "node:x", specifier)).toEqual([expect.stringContaining(message)]);
    expect(inCore(file, "node:x", specifier)[0]).toMatch(/^2: /);
  });

  test("projections take types of the log, by `import type` only", () => {
    const file = "projections/head.ts";
    expect(found(core({ [file]: 'import type { Commit } from "../log/commit.ts";' }))).toEqual([]);
    expect(found(core({ [file]: 'import { type Commit } from "../log/commit.ts";' }))).toEqual([]);
    expect(found(core({ [file]: 'import { seal } from "../log/commit.ts";' }))).toHaveLength(1);
  });

  test("an import in any form is seen", () => {
    const file = "kernel/verdict.ts";
    expect(found(core({ [file]: 'export * from "../rating/state.ts";' }))).toHaveLength(1);
    expect(found(core({ [file]: 'await import("../rating/state.ts");' }))).toHaveLength(1);
    expect(found(core({ [file]: 'let x: import("../rating/state.ts").X;' }))).toHaveLength(1);
    expect(found(core({ [file]: '// import "../rating/state.ts";' }))).toEqual([]);
  });

  test("a file in no layer is told so", () => {
    expect(found(core({ "attic/box.ts": "" }))).toEqual(["1: in no layer of core"]);
  });
});

describe("between packages", () => {
  const importing = (path: string, specifier: string): string[] =>
    found({ "packages/core/src/index.ts": "", [path]: `import "${specifier}";` });

  test.each([
    ["packages/store-jsonl/src/index.ts", "@tongket/core"],
    ["packages/store-jsonl/src/store.test.ts", "@tongket/testing"],
    ["packages/cli/src/main.ts", "@tongket/store-jsonl"],
    ["packages/core/src/index.test.ts", "@tongket/core/report"],
    ["packages/core/src/index.test.ts", "@tongket/testing"],
    ["examples/01-a-day/run.ts", "@tongket/core"],
  ])("%s may import %s", (file, specifier) => {
    expect(importing(file, specifier)).toEqual([]);
  });

  test.each([
    ["packages/core/src/index.ts", "@tongket/testing"],
    ["packages/core/src/index.test.ts", "@tongket/cli"],
    ["packages/store-jsonl/src/index.ts", "@tongket/testing"],
    ["packages/store-jsonl/src/index.ts", "@tongket/store-sqlite"],
    ["packages/testing/src/index.ts", "@tongket/cli"],
    ["examples/01-a-day/run.ts", "@tongket/cli"],
    ["packages/cli/src/main.ts", "@tongket/tidy"],
    ["packages/store-jsonl/src/index.ts", "../../core/src/index.ts"],
    ["packages/attic/src/index.ts", "@tongket/core"],
  ])("%s may not import %s", (file, specifier) => {
    expect(importing(file, specifier)).toHaveLength(1);
  });
});

describe("the table", () => {
  const names = (imports: readonly string[]) => imports.map((each) => each.replace(/^own /, ""));

  test("names only layers and packages that it has", () => {
    const layers = ["*", ...coreLayers.map(({ name }) => name)];
    for (const { imports } of coreLayers) {
      expect(layers).toEqual(expect.arrayContaining(names(imports).map(withoutType)));
    }
    const packages = packageRows.map(({ name }) => name);
    for (const { imports, inTests } of packageRows) {
      expect(packages).toEqual(expect.arrayContaining([...imports, ...inTests]));
    }
  });

  test("goes one way: layers can be put in an order", () => {
    const placed = new Set<string>();
    for (const _ of coreLayers) {
      for (const { name, imports } of coreLayers) {
        const values = names(imports).filter((each) => !each.startsWith("type "));
        const isLast = values.includes("*");
        if (!isLast && values.every((each) => each === name || placed.has(each))) placed.add(name);
      }
    }
    expect(coreLayers.map(({ name }) => name).filter((name) => !placed.has(name))).toEqual([
      "public",
    ]);
  });

  test("puts nothing above cli and tidy", () => {
    const imported = packageRows.flatMap(({ imports, inTests }) => [...imports, ...inTests]);
    expect(imported.some((each) => matches("cli", each) || matches("tidy", each))).toBe(false);
  });

  const withoutType = (name: string): string => name.replace(/^type /, "");
});
