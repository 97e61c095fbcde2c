import { describe, expect, test } from "vitest";
import { allCommands } from "../deciders.ts";
import { commandDecoder } from "./command.ts";

const decodeCommand = commandDecoder(allCommands);

const faultsOf = (input: unknown): readonly string[] => {
  const read = decodeCommand(input, "i");
  return read.decoded === "Command"
    ? []
    : read.faults.map(({ path, expected }) => `${path.join(".")}: ${expected}`);
};
const rating = (subject: unknown): object => ({
  command: "AssignRating",
  actor: "clerk",
  data: { subject, year: 2012, level: "good", by: "m" },
});

describe("of several shapes", () => {
  test.each([[{}], [{ brnch: "c" }], ["c1"], [null], [[]], [{ branch: "c", member: "p" }]])(
    "%j is none, and one fault lists them",
    (subject) => {
      expect(faultsOf(rating(subject))).toEqual(["data.subject: one of: {member}, {branch}"]);
    },
  );

  test("the one that is meant tells its own faults only", () => {
    const id = "an id: 1 to 96 of the characters A-Z a-z 0-9 . _ : / -";
    expect(faultsOf(rating({ branch: "c 1" }))).toEqual([`data.subject.branch: ${id}`]);
    expect(faultsOf(rating({ branch: "c", more: 1 }))).toEqual([
      "data.subject.more: no excess property",
    ]);
    expect(faultsOf(rating({ member: "p" }))).toEqual([]);
  });

  test("words beside shapes are told too", () => {
    const criterion = { subject: { branch: "c" }, year: 2012, criterion: "x", value: {} };
    const command = { command: "RecordCriterion", actor: "clerk", data: criterion };
    expect(faultsOf(command)).toEqual([expect.stringMatching(/^data\.value: /)]);
  });
});

test("an object is told by its fields", () => {
  const data = { member: "p", branch: "c", decidedOn: "2012-01-01", vote: 7 };
  expect(faultsOf({ command: "AdmitMember", actor: "clerk", data })).toEqual([
    "data.vote: object {inFavour, against?, summoned?}",
  ]);
});

describe("all faults of a command are told at once", () => {
  test("those of its envelope and of its data", () => {
    const date = "a calendar date from 1900 to 2999 as YYYY-MM-DD";
    const data = { member: "p", branch: "c" };
    expect(
      faultsOf({ command: "AdmitMember", effectiveOn: "2012-02-30", colour: "red", data }),
    ).toEqual([
      "colour: no excess property",
      `effectiveOn: ${date}`,
      "actor: Missing key",
      "data.decidedOn: Missing key",
    ]);
  });

  test("also where the command has no such name, or none", () => {
    expect(faultsOf({ command: "Admit" })).toEqual([
      "actor: Missing key",
      "data: Missing key",
      "command: the name of a command",
    ]);
    expect(faultsOf({ command: "toString", actor: "a", data: {} })).toEqual([
      "command: the name of a command",
    ]);
    expect(faultsOf({ actor: "a", data: {} })).toEqual(["command: Missing key"]);
    expect(faultsOf(7)).toHaveLength(1);
  });
});
