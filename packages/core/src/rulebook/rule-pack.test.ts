import * as Schema from "effect/Schema";
import { expect, test } from "vitest";
import { shippedPacks } from "./packs/shipped.ts";
import { RulePack } from "./rule-pack.ts";

test("a pack of every matter is one, and one of no matter is none", () => {
  const decode = Schema.decodeUnknownSync(RulePack);
  for (const pack of shippedPacks) expect(decode(JSON.parse(JSON.stringify(pack)))).toEqual(pack);
  expect(() => decode({ ...shippedPacks[0], matter: "weather" })).toThrow();
});
