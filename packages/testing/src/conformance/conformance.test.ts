import { inMemoryStorage } from "@tongket/core/log";
import { describe, expect, test } from "vitest";
import { storeConformance } from "./conformance.ts";

const cases = storeConformance(inMemoryStorage);

test("the suite has 150 cases or more, each by a name of its own", () => {
  expect(cases.length).toBeGreaterThanOrEqual(150);
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});

describe("a storage in memory", () => {
  for (const { name, prove } of cases) test(name, prove);
});
