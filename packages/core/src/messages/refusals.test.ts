import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { allRefusals } from "../deciders.ts";
import { type Message, namesIn, textsOf } from "./message.ts";
import { refusalsEn } from "./refusals.en.ts";
import { refusalsVi } from "./refusals.vi.ts";

/** The facts that the code gives with a refusal, read off the types of the calls. */
type Facts = { readonly always: Set<string>; readonly ever: Set<string> };
type Given = Map<string, Facts>;

const source = fileURLToPath(new URL("..", import.meta.url));

const given: Given = new Map();

beforeAll(() => {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => join(source, file));
  const config = ts.readConfigFile(join(source, "../../../tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(
    config.config,
    ts.sys,
    join(source, "../../.."),
  );
  const program = ts.createProgram(files, { ...options, incremental: false, noEmit: true });
  const checker = program.getTypeChecker();
  for (const file of program.getSourceFiles()) {
    if (!file.fileName.startsWith(source)) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && isRefusing(node)) take(node, checker);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
});

const isRefusing = (call: ts.CallExpression): boolean =>
  ts.isIdentifier(call.expression) &&
  call.expression.text === "refuse" &&
  call.arguments.length === 2;

const take = (call: ts.CallExpression, checker: ts.TypeChecker): void => {
  const [name, facts] = call.arguments as unknown as [ts.Expression, ts.Expression];
  const whole = factsOf(facts, checker);
  const forwarder = forwarderOf(name);
  if (forwarder === undefined) add(namesOf(name, checker), whole);
  else {
    for (const [one, own] of callsOf(forwarder, call.getSourceFile())) {
      const { always, ever } = factsOf(own, checker);
      const both = { always: whole.always.union(always), ever: whole.ever.union(ever) };
      add(namesOf(one, checker), both);
    }
  }
};

const namesOf = (name: ts.Expression, checker: ts.TypeChecker): readonly string[] => {
  const type = checker.getTypeAtLocation(name);
  const types = type.isUnion() ? type.types : [type];
  return types.flatMap((one) => (one.isStringLiteral() ? [one.value] : []));
};

const add = (names: readonly string[], { always, ever }: Facts): void => {
  for (const one of names) {
    const known = given.get(one);
    given.set(one, {
      always: known === undefined ? always : known.always.intersection(always),
      ever: known === undefined ? ever : known.ever.union(ever),
    });
  }
};

/** The name of the local function whose parameter the name of a refusal is. */
const forwarderOf = (name: ts.Expression): string | undefined => {
  if (!ts.isIdentifier(name)) return undefined;
  for (let node: ts.Node = name; node.parent !== undefined; node = node.parent) {
    if (!ts.isArrowFunction(node) || !ts.isVariableDeclaration(node.parent)) continue;
    const isParameter = node.parameters.some(({ name: own }) => own.getText() === name.text);
    return isParameter ? node.parent.name.getText() : undefined;
  }
  return undefined;
};

/** The calls of a local function: each with the name of a refusal, and the facts behind it. */
const callsOf = (forwarder: string, file: ts.SourceFile): [ts.Expression, ts.Expression][] => {
  const calls: [ts.Expression, ts.Expression][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === forwarder) {
      const at = node.arguments.findIndex((argument) => ts.isStringLiteral(argument));
      const [name, facts] = node.arguments.slice(at);
      if (name !== undefined && facts !== undefined) calls.push([name, facts]);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return calls;
};

const factsOf = (facts: ts.Expression, checker: ts.TypeChecker): Facts => {
  const always = new Set<string>();
  const ever = new Set<string>();
  for (const property of checker.getPropertiesOfType(checker.getTypeAtLocation(facts))) {
    const type = checker.getTypeOfSymbolAtLocation(property, facts);
    const parts = type.isUnion() ? type.types : [type];
    const isAbsent = (part: ts.Type): boolean =>
      (part.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) !== 0;
    if (!parts.every(isAbsent)) ever.add(property.name);
    const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    if (!optional && !parts.some(isAbsent)) always.add(property.name);
  }
  return { always, ever };
};

describe.each([
  ["en", refusalsEn],
  ["vi", refusalsVi],
] as const)("in %s", (_, catalogue: { readonly [name: string]: Message }) => {
  test("every refusal there is has its message, and no other", () => {
    expect(Object.keys(catalogue).toSorted()).toEqual([...new Set(allRefusals)].toSorted());
  });

  test("every place of a message is among the facts that the code gives", () => {
    const unknown = [...places(catalogue)].filter(({ refusal, names }) =>
      names.some((name) => given.get(refusal)?.ever.has(name) !== true),
    );
    expect(unknown).toEqual([]);
  });

  test("the last sentence of each holds with the facts that are always given", () => {
    const unfilled = Object.entries(catalogue).flatMap(([refusal, { says, remedy }]) =>
      [textsOf(says).at(-1) ?? "", textsOf(remedy).at(-1) ?? ""].flatMap((text) =>
        namesIn(text)
          .filter((name) => given.get(refusal)?.always.has(name) !== true)
          .map((name) => `${refusal}: {${name}} of “${text}”`),
      ),
    );
    expect(unfilled).toEqual([]);
  });

  test("a message is one sentence or two, in NFC, and ends like one", () => {
    for (const { says, remedy } of Object.values(catalogue)) {
      for (const text of [...textsOf(says), ...textsOf(remedy)]) {
        expect(text).toBe(text.normalize("NFC"));
        expect(text).toMatch(/[.]$/);
        expect(text).not.toMatch(/ {2}|\s$/);
      }
    }
  });
});

const places = function* (catalogue: { readonly [name: string]: Message }) {
  for (const [refusal, { says, remedy }] of Object.entries(catalogue)) {
    for (const text of [...textsOf(says), ...textsOf(remedy)]) {
      yield { refusal, text, names: namesIn(text) };
    }
  }
};

test("the calls of every refusal were found", () => {
  expect(allRefusals.filter((name) => !given.has(name))).toEqual([]);
});
