import { describe, expect, test } from "vitest";
import { killLeaders } from "../test/leader-kills.ts";
import { isMissing } from "../test/server.ts";

describe.skipIf(isMissing)("a leader killed while three write", () => {
  test("loses nothing that was acknowledged, and doubles nothing", async () => {
    const survived = await killLeaders(2);
    expect(survived).toMatchObject({ lost: 0, doubled: 0, broken: 0 });
    expect(survived.acknowledged).toBeGreaterThan(300);
  });
});
