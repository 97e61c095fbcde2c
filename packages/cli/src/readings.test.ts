import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runHere } from "./trial-run.ts";

interface Listed {
  readonly address: string;
  readonly type: string;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly tags: readonly string[];
  readonly data: { readonly target?: string };
}

let home: string;
let ledger: string;
let everything: readonly Listed[];
const days = Array.from(
  { length: 24 },
  (_, at) => `2012-${String((at >> 1) + 1).padStart(2, "0")}-${at % 2 === 0 ? "05" : "20"}`,
);
const instants = days.map((day) => `${day}T12:00:00.000Z`);

const line = (command: string, effectiveOn: string, recordedAt: string, data: object): string =>
  JSON.stringify({ command, actor: "clerk", effectiveOn, recordedAt, data });

/** A year of a tree: facts recorded late and out of order, some reversed, some recorded anew. */
const history = (): string => {
  const lines = [
    line("CarryInBranch", "2012-01-01", instants[0] ?? "", {
      branch: "m",
      kind: "upper-committee",
      name: "M",
    }),
    ...["a", "b", "c"].map((branch) =>
      line("CarryInBranch", "2012-01-01", instants[0] ?? "", {
        branch,
        kind: "cell",
        name: branch,
        parent: "m",
      }),
    ),
  ];
  for (let at = 1; at < 23; at += 1) {
    const [late, branch] = [days[(at * 7) % at] ?? "", "abc"[at % 3] ?? ""];
    const [member, recordedAt] = [`p${at}`, instants[at] ?? ""];
    lines.push(line("AdmitMember", late, recordedAt, { member, branch, decidedOn: late }));
    if (at % 4 === 0) {
      const target = `${lines.length - 1}.0`;
      lines.push(line("ReverseEvent", days[at] ?? "", recordedAt, { target, reason: "a slip" }));
    }
    if (at % 5 === 0) {
      lines.push(line("RenameBranch", days[at - 1] ?? "", recordedAt, { branch, name: `${at}` }));
    }
  }
  return `${lines.join("\n")}\n`;
};

const log = async (...options: readonly string[]): Promise<readonly Listed[]> => {
  const { exit, out, err } = await runHere(["log", ledger, "--json", ...options]);
  if (exit !== 0) throw new Error(err);
  return out.split("\n").flatMap((one) => (one === "" ? [] : [JSON.parse(one) as Listed]));
};

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "tongket-readings-"));
  ledger = join(home, "l.jsonl");
  const now = ["--now", "2012-01-01T00:00:00.000Z"];
  await runHere(["init", ledger, "--id", "l", "--simulated", ...now]);
  const done = await runHere(["record", ledger, "-", "--keep-going"], { stdin: history() });
  expect(done.err).toBe("");
  everything = await log("--all");
});
afterAll(() => rmSync(home, { recursive: true }));

/** By plain loops over all events: within the horizon, without what is reversed there. */
const naive = (asOf: string | undefined, knownAt: string | undefined): readonly Listed[] => {
  const seen = everything.filter(
    ({ effectiveOn, recordedAt }) =>
      (asOf === undefined || effectiveOn <= asOf) &&
      (knownAt === undefined || recordedAt <= knownAt),
  );
  const reversed = new Set(seen.flatMap(({ data }) => data.target ?? []));
  return seen.filter(({ address, type }) => type !== "EventReversed" && !reversed.has(address));
};

const horizon = fc.record({
  asOf: fc.option(fc.constantFrom(...days), { nil: undefined }),
  knownAt: fc.option(fc.constantFrom(...instants), { nil: undefined }),
});
const optionsOf = (asOf: string | undefined, knownAt: string | undefined): readonly string[] => [
  ...(asOf === undefined ? [] : ["--as-of", asOf]),
  ...(knownAt === undefined ? [] : ["--known-at", knownAt]),
];

test("the history has what the laws are about", () => {
  expect(everything.length).toBeGreaterThan(25);
  expect(everything.filter(({ type }) => type === "EventReversed").length).toBeGreaterThan(3);
});

test("log shows what a naive filter over all events shows", async () => {
  await fc.assert(
    fc.asyncProperty(horizon, async ({ asOf, knownAt }) => {
      expect(await log(...optionsOf(asOf, knownAt))).toEqual(naive(asOf, knownAt));
    }),
  );
});

test("what was known is asked by a day or by the second too", async () => {
  const at = instants[5] ?? "";
  const known = await log("--known-at", at);
  expect(known).not.toEqual(await log("--known-at", instants[4] ?? ""));
  expect(await log("--known-at", at.replace(".000Z", "Z"))).toEqual(known);
  expect(await log("--known-at", at.slice(0, 10))).toEqual(known);
});

test("of a branch or a member it shows those of them", async () => {
  const subject = fc.constantFrom(["--branch", "branch:", "a"], ["--member", "person:", "p4"]);
  await fc.assert(
    fc.asyncProperty(horizon, subject, async ({ asOf, knownAt }, [option, prefix, id]) => {
      const expected = naive(asOf, knownAt).filter(({ tags }) => tags.includes(`${prefix}${id}`));
      expect(await log(option ?? "", id ?? "", ...optionsOf(asOf, knownAt))).toEqual(expected);
    }),
  );
  const both = await log("--branch", "b", "--member", "p1");
  expect(both.map(({ address }) => address)).toEqual(
    naive(undefined, undefined)
      .filter(({ tags }) => tags.includes("branch:b") && tags.includes("person:p1"))
      .map(({ address }) => address),
  );
});

test("show folds exactly the events that the filter leaves, in order of effect", async () => {
  await fc.assert(
    fc.asyncProperty(horizon, fc.constantFrom("a", "b"), async ({ asOf, knownAt }, id) => {
      const about = naive(asOf, knownAt)
        .filter(({ tags }) => tags.includes(`branch:${id}`))
        .toSorted((a, b) =>
          a.effectiveOn < b.effectiveOn ? -1 : Number(a.effectiveOn > b.effectiveOn),
        );
      const argv = ["show", ledger, `branch:${id}`, "--json", ...optionsOf(asOf, knownAt)];
      const { exit, out } = await runHere(argv);
      if (about.length === 0) return expect(exit).toBe(2);
      const told = JSON.parse(out);
      expect(told.events).toEqual(about);
      const admitted = about.filter(({ type }) => type === "MemberAdmitted").length;
      expect(told.state.members).toBe(admitted);
    }),
  );
});

describe("what is known at an instant is what a ledger said that ends there", () => {
  const asked = ["--branch", "m", "--year", "2012", "--json"];

  test.each(["replay", "missing", "report"])("%s", async (command) => {
    const lines = readFileSync(ledger, "utf8").trimEnd().split("\n");
    const cut = join(home, "cut.jsonl");
    const step = command === "report" ? 7 : 3;
    for (let at = 0; at < instants.length; at += step) {
      const knownAt = instants[at] ?? "";
      const kept = lines.filter(
        (one, index) => index === 0 || JSON.parse(one).recordedAt <= knownAt,
      );
      writeFileSync(cut, `${kept.join("\n")}\n`);
      const full = await runHere([command, ledger, ...asked, "--known-at", knownAt]);
      const short = await runHere([command, cut, ...asked]);
      expect(full.exit).toBe(0);
      expect(withoutOrigin(full.out)).toEqual(withoutOrigin(short.out));
    }
  });

  /** All but the head of the ledger and the notes, in which the two must differ. */
  const withoutOrigin = (out: string): unknown => {
    const { origin: _, annexes, ...others } = JSON.parse(out);
    return { ...others, annexes: annexes?.slice(0, -1) };
  };
});

test("totals as of a day are those of a ledger without what came later", async () => {
  const asked = ["--branch", "m", "--year", "2012", "--json"];
  for (let at = 2; at < days.length; at += 5) {
    const asOf = days[at] ?? "";
    const standing = naive(asOf, undefined);
    const admissions = standing.filter(({ type }) => type === "MemberAdmitted").length;
    const { out } = await runHere(["replay", ledger, ...asked, "--as-of", asOf]);
    expect(JSON.parse(out).totals.admissions ?? 0).toBe(admissions);
  }
});
