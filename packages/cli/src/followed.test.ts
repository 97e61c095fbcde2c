import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runHere } from "./trial-run.ts";

let home: string;
let ledger: string;
const line = (command: string, effectiveOn: string, data: object): string =>
  JSON.stringify({ command, actor: "clerk", effectiveOn, data });
const branch = (id: string, kind: string, parent?: string): string =>
  line("CarryInBranch", "2011-01-01", { branch: id, kind, name: id, parent });
const rated = (member: string, level: string): string =>
  line("AssignRating", "2020-01-10", { subject: { member }, year: 2019, level, by: "b" });

const members = ["p1", "p2", "p3", "p4", "p5", "p6", "p7"];
/** One is excellent beside five good ones, as many as may be; p7 is not rated yet. */
const closed = [
  branch("m", "upper-committee"),
  branch("b", "base-committee", "m"),
  branch("c", "cell", "b"),
  ...members.map((member) =>
    line("CarryInMember", "2011-01-01", { member, branch: "c", status: "official" }),
  ),
  rated("p1", "excellent"),
  ...["p2", "p3", "p4", "p5", "p6"].map((member) => rated(member, "good")),
  line("CloseRatings", "2020-01-15", { committee: "b", year: 2019 }),
];
const surroundings = { env: { TONGKET_LANG: "en" } };

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "tongket-followed-"));
  ledger = join(home, "l.jsonl");
  await runHere(["init", ledger, "--id", "l"]);
  const told = await runHere(["record", ledger, "-"], { stdin: closed.join("\n") });
  expect([told.exit, told.err]).toEqual([0, ""]);
});
afterEach(() => rmSync(home, { recursive: true }));

test.each([[[]], [["--atomic"]]])("record %j tells what follows from its commands", async (how) => {
  const stdin = rated("p7", "excellent");
  const told = await runHere(["record", ledger, "-", ...how], { ...surroundings, stdin });
  expect(told.out).toBe(
    "1 of 1 stands: 1 recorded, 0 recorded before, 0 stood already. " +
      "The ledger ends at position 18.\n" +
      "Also recorded, since it follows from that: 18.1 CapBreachNoted.\n",
  );
  const again = await runHere(["record", ledger, "-", "--json", ...how], { stdin });
  expect(JSON.parse(again.out)).toMatchObject({ again: 1, followed: [] });
});

test("as JSON it names the facts", async () => {
  const stdin = rated("p7", "excellent");
  const { out } = await runHere(["record", ledger, "-", "--json"], { stdin });
  const followed = [{ address: "18.1", type: "CapBreachNoted" }];
  expect(JSON.parse(out)).toMatchObject({ recorded: 1, followed });
});

test("correct tells what follows from it", async () => {
  const because = ["--reason", "a slip", "--actor", "clerk"];
  const argv = ["correct", ledger, "12.0", "-", ...because];
  const { out } = await runHere(argv, { ...surroundings, stdin: rated("p2", "excellent") });
  expect(out).toMatch(/\nAlso recorded, since it follows from that: 18\.2 CapBreachNoted\.\n$/);
  const more = [...argv.slice(0, 2), "13.0", "-", ...because, "--json"];
  const told = await runHere(more, { stdin: rated("p3", "excellent") });
  expect(JSON.parse(told.out)).toMatchObject({ position: 19, followed: [] });
});
