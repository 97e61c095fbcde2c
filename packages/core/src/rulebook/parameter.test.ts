import { expect, test } from "vitest";
import { isVerified, restingOn, type Sourced, statedBy, Verification } from "./parameter.ts";

const stated = (verification: Verification, part: object = {}): Sourced => ({
  source: { instrument: "Rules of the club", ...part },
  verification,
});
const name = { pack: "club", name: "introducersMin" };
const refusal = { refusal: "TooFew", facts: { introducers: 1 } };

test("what was read, there or in a good second place, may be presented as law", () => {
  const law = Verification.literals.filter((one) => isVerified(stated(one)));
  expect(law).toEqual(["primary-read", "secondary"]);
});

test("a refusal names the statement that it rests on, and the place in its source", () => {
  expect(restingOn(name, stated("derived"), refusal)).toEqual({
    ...refusal,
    parameter: { ...name, source: "Rules of the club", verification: "derived" },
  });
  expect(restingOn(name, stated("secondary", { locator: "Art. 5" }), refusal)).toEqual({
    ...refusal,
    parameter: { ...name, source: "Rules of the club, Art. 5", verification: "secondary" },
  });
});

test("what may not be presented as law only warns", () => {
  expect(statedBy(name, stated("derived"), refusal)).toEqual({
    ...restingOn(name, stated("derived"), refusal),
    advisory: true,
  });
  expect(statedBy(name, stated("secondary"), refusal)).toEqual(
    restingOn(name, stated("secondary"), refusal),
  );
});
