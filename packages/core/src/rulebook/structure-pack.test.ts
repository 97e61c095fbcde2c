import { expect, test } from "vitest";
import { kindOf, type StructurePack } from "./structure-pack.ts";

test("a kind is found by its term, and another word is none", () => {
  const kinds = [{ term: "club" }, { term: "group" }];
  const pack = { parameters: { branchKinds: { value: kinds } } } as unknown as StructurePack;
  expect(kindOf(pack, "group" as never)).toBe(kinds[1]);
  expect(kindOf(pack, "team" as never)).toBeUndefined();
});
