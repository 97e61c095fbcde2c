import { execFileSync } from "node:child_process";
import process from "node:process";
import { expect, test } from "vitest";

/** The sizes that a process of its own tells: flags of V8 are for all of a process. */
const sizesAfter = (...calls: readonly string[]): readonly number[] => {
  const program = `
    import { getHeapSpaceStatistics } from "node:v8";
    import { doubleSpaceForNew, keepSpaceForNew } from "${import.meta.resolve("./space-for-new.ts")}";
    const size = () => getHeapSpaceStatistics().find((one) => one.space_name === "new_space").space_size;
    const held = [];
    const holdMuch = () => held.push(Array.from({ length: 1_000_000 }, (_, at) => [at]));
    const sizes = [size()];
    for (const call of [${calls.join(", ")}]) {
      call();
      sizes.push(size());
    }
    console.log(JSON.stringify(sizes));`;
  const args = ["--input-type=module", "--eval", program];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as number[];
};

test("the space for new objects stays as it is, and doubles once when it is told to", () => {
  const calls = ["keepSpaceForNew", "holdMuch", "holdMuch", "doubleSpaceForNew", "holdMuch"];
  const [, , filled = 0, ...after] = sizesAfter(...calls);
  expect(after).toEqual([filled, 2 * filled, 2 * filled]);
});

test("by itself it would have grown", () => {
  const [, filled = 0] = sizesAfter("holdMuch");
  const [, , kept = 0] = sizesAfter("keepSpaceForNew", "holdMuch");
  expect(filled).toBeGreaterThan(2 * kept);
});
