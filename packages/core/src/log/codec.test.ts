import { expect, test } from "vitest";
import { sha256 } from "../kernel/sha256.ts";
import { decodeCommit } from "./codec.ts";
import { hashedText } from "./commit.ts";

const recordOf = (name: string): string =>
  hashedText({
    actor: "clerk",
    commandHash: "0".repeat(64),
    commandId: "c1",
    events: [
      {
        data: { branch: "b1", name },
        effectiveOn: "2012-03-01",
        tags: ["branch:b1"],
        type: "BranchRenamed",
        version: 1,
      },
    ],
    position: 1,
    prev: "0".repeat(64),
    recordedAt: "2012-03-01T00:00:00.000Z",
  }).text;

/** A record with the name as it is to stand in the text, sealed. */
const sealedWith = (name: string): string => {
  const body = recordOf("NAME")
    .replace('"NAME"', name)
    .replace(/,"hash":"\w+"\}$/, "}");
  return `${body.slice(0, -1)},"hash":"${sha256(body)}"}`;
};

test("a record in canonical text is read, with escapes as well", () => {
  for (const name of ["Chi bộ 1", 'a "b"', "𝄞"]) {
    expect(decodeCommit(recordOf(name))).toMatchObject({ decoded: "Commit" });
  }
});

const nested = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;

test.each([
  ["a lone surrogate", '"\\ud800"'],
  ["a number too large", "1e999"],
  ["lists in too many lists", nested],
  ["an escape without need", '"\\u0061"'],
  ["white space", ' "a"'],
  ["a member twice", '"a","name":"a"'],
  ["members in another order", '"a","a":"a"'],
])("one with %s is faulty", (_, name) => {
  const faults = [{ expected: "canonical JSON (RFC 8785)" }];
  expect(decodeCommit(sealedWith(name))).toMatchObject({ decoded: "Faulty", faults });
});
