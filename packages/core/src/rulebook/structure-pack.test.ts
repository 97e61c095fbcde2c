import { expect, test } from "vitest";
import { baseIn, kindOf, type StructurePack } from "./structure-pack.ts";

test("a kind is found by its term, and another word is none", () => {
  const kinds = [{ term: "club" }, { term: "group" }];
  const pack = { parameters: { branchKinds: { value: kinds } } } as unknown as StructurePack;
  expect(kindOf(pack, "group" as never)).toBe(kinds[1]);
  expect(kindOf(pack, "team" as never)).toBeUndefined();
});

test("the base organisation of a line is the nearest of a kind that is one", () => {
  const kinds = [{ term: "cell" }, { term: "base", base: true }, { term: "top", base: false }];
  const pack = { parameters: { branchKinds: { value: kinds } } } as unknown as StructurePack;
  const line = ["cell", "team", "base", "base", "top"].map((kind, at) => ({ kind, at }));
  expect(baseIn(line, pack)).toEqual({ kind: "base", at: 2 });
  expect(baseIn(line.slice(3), pack)).toEqual({ kind: "base", at: 3 });
  expect(baseIn(line.slice(4), pack)).toBeUndefined();
  expect(baseIn(line.slice(0, 2), pack)).toBeUndefined();
});
