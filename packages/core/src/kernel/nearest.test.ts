import { expect, test } from "vitest";
import { nearest, nearestOf } from "./nearest.ts";

test("the name most like a text is found, and none where none is like it", () => {
  expect(nearest("AdmitMembr", ["AdmitBranch", "AdmitMember"])).toBe("AdmitMember");
  expect(nearest("DropTables", ["AdmitMember"])).toBe(undefined);
  expect(nearest("x".repeat(1000), ["x"])).toBe(undefined);
});

test("also by what else it is called, in part or whole", () => {
  const kinds = [
    { name: "base-committee", also: ["đảng bộ cơ sở"] },
    { name: "base-cell", also: ["chi bộ cơ sở"] },
    { name: "cell", also: ["chi bộ trực thuộc"] },
  ];
  expect(nearestOf("chi bộ", kinds)).toEqual(["base-cell", "cell"]);
  expect(nearestOf("committee", kinds)).toEqual(["base-committee"]);
  expect(nearestOf("sell", kinds)).toEqual(["cell"]);
});
