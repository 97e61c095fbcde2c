import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runHere } from "./trial-run.ts";

let home: string;
let ledger: string;

const line = (command: string, effectiveOn: string, data: object): string =>
  JSON.stringify({ command, actor: "clerk", effectiveOn, data });

const branchIn = (year: number, branch: string, parent?: string): string =>
  line("CarryInBranch", `${year}-01-01`, {
    branch,
    kind: parent === undefined ? "upper-committee" : "base-cell",
    name: `Chi bộ ${branch.toUpperCase()}`,
    ...(parent === undefined ? {} : { parent }),
  });

const admitted = (day: string, branch: string, member: string): string =>
  line("AdmitMember", day, { member, branch, decidedOn: day });

const trained = (day: string, branch: string, person: string): string =>
  line("CompleteTraining", day, { person, branch, course: "awareness" });

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "tongket-replay-"));
  ledger = join(home, "l.jsonl");
  await runHere(["init", ledger, "--id", "l"]);
  const lines = [
    branchIn(2010, "m"),
    branchIn(2010, "a", "m"),
    branchIn(2011, "b", "m"),
    admitted("2010-05-01", "a", "p1"),
    admitted("2011-05-01", "a", "p2"),
    admitted("2011-06-01", "b", "p3"),
    admitted("2012-07-01", "b", "p4"),
    // The same person finishes a course in two years.
    trained("2010-09-01", "a", "p1"),
    trained("2011-09-01", "a", "p1"),
    trained("2011-10-01", "m", "p9"),
    line("TransferMember", "2012-08-01", { member: "p1", to: "b" }),
    line("TransferMember", "2012-08-01", { member: "p2", to: "b" }),
  ];
  const done = await runHere(["record", ledger, "-"], { stdin: lines.join("\n") });
  expect(done).toMatchObject({ exit: 0, err: "" });
});
afterAll(() => rmSync(home, { recursive: true }));

const replay = (...options: readonly string[]) => runHere(["replay", ledger, ...options]);
const ofAll = ["--branch", "m", "--years", "2010..2012"] as const;

test("by branch and year: a line a branch, a column a year, each part of the total", async () => {
  const { exit, out, err } = await replay(...ofAll, "--by", "branch,year");
  expect([exit, err]).toEqual([0, ""]);
  expect(out).toBe(`m with all below it, 2010 to 2012:
                          2010  2011  2012  total
  admissions                 1     2     1      4
    Chi bộ A (a)             1     1     -      2
    Chi bộ B (b)             -     1     1      2
  admitted                   1     2     1      4
    Chi bộ A (a)             1     1     -      2
    Chi bộ B (b)             -     1     1      2
  sent                       -     -     2      2
    Chi bộ A (a)             -     -     2      2
  stock probationary         1     2    -1      2
    Chi bộ A (a)             1     1    -2      0
    Chi bộ B (b)             -     1     1      2
  trained awareness *        1     2     -      2
    itself: Chi bộ M (m)     -     1     -      1
    Chi bộ A (a)             1     1     -      1
* Distinct: each is counted once, so that parts do not add up to the total.
`);
});

test("by year, in Vietnamese", async () => {
  const { out } = await replay(...ofAll, "--by", "year", "--lang", "vi");
  expect(out).toBe(`m cùng mọi tổ chức bên dưới, từ năm 2010 đến năm 2012:
                       2010  2011  2012  tổng
  admissions              1     2     1     4
  admitted                1     2     1     4
  sent                    -     -     2     2
  stock probationary      1     2    -1     2
  trained awareness *     1     2     -     2
* Không trùng: mỗi đối tượng chỉ đếm một lần, nên các phần không cộng thành tổng.
`);
});

test("one year by branch, and years in one", async () => {
  const one = await replay("--branch", "m", "--year", "2011", "--by", "branch");
  expect(one.out).toMatch(
    /^m with all below it, 2011:\n {2}admissions +2\n {4}Chi bộ A \(a\) +1\n/,
  );
  const whole = await replay(...ofAll);
  expect(whole.out).toMatch(/^m with all below it, 2010 to 2012:\n {2}admissions +4\n/);
});

test("as JSON: a row a part, the totals, and which are distinct", async () => {
  const told = JSON.parse((await replay(...ofAll, "--by", "branch,year", "--json")).out);
  expect(told).toMatchObject({
    branch: "m",
    years: [2010, 2011, 2012],
    by: ["branch", "year"],
    distinct: ["trained awareness"],
    totals: { admissions: 4, sent: 2, "trained awareness": 2 },
    origin: { ledger: "l" },
  });
  expect(told.rows).toContainEqual({
    branch: "m",
    year: 2011,
    totals: { "trained awareness": 1 },
  });
  expect(told.rows.map(({ branch, year }: Row) => `${branch} ${year}`)).toEqual(
    // In 2010 the branch b stood nowhere yet.
    ["m 2010", "m 2011", "m 2012", "a 2010", "a 2011", "a 2012", "b 2011", "b 2012"],
  );
});

interface Row {
  readonly branch?: string;
  readonly year?: number;
  readonly totals: { readonly [measure: string]: number };
}

test("rows of counts add up to the totals without --by, at any horizon", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("m", "a"),
      fc.constantFrom("year", "branch", "branch,year"),
      fc.tuple(fc.integer({ min: 2009, max: 2013 }), fc.integer({ min: 2009, max: 2013 })),
      fc.option(fc.constantFrom("2010-12-31", "2011-05-31", "2012-08-01"), { nil: undefined }),
      async (branch, by, given, asOf) => {
        const [first, last] = given.toSorted();
        const horizon = asOf === undefined ? [] : ["--as-of", asOf];
        const years = ["--branch", branch, "--years", `${first}..${last}`, "--json", ...horizon];
        const [whole, parted] = [await replay(...years), await replay(...years, "--by", by)];
        // Where the branch was not there in the last year, both say so.
        expect(parted.exit).toBe(whole.exit);
        if (whole.exit !== 0) return;
        const { totals, distinct } = JSON.parse(whole.out);
        const { rows, totals: same } = JSON.parse(parted.out);
        expect(same).toEqual(totals);
        for (const [measure, total] of Object.entries(totals)) {
          if (distinct.includes(measure)) continue;
          const amounts = rows.map((row: Row) => row.totals[measure] ?? 0);
          expect(amounts.reduce((sum: number, one: number) => sum + one, 0)).toBe(total);
        }
      },
    ),
  );
});

test("one year in parts tells the totals that it tells without", async () => {
  for (const year of ["2010", "2011", "2012"]) {
    const asked = ["--branch", "m", "--year", year, "--json"];
    const { totals } = JSON.parse((await replay(...asked)).out);
    expect(JSON.parse((await replay(...asked, "--by", "year")).out).totals).toEqual(totals);
    const years = ["--branch", "m", "--years", `${year}..${year}`, "--json"];
    expect(JSON.parse((await replay(...years)).out).totals).toEqual(totals);
  }
});

test("years in which nothing was counted, and a branch that is not there", async () => {
  const none = await replay("--branch", "m", "--years", "2014..2016", "--by", "year");
  expect(none.out).toBe("m with all below it, 2014 to 2016:\nNothing was counted there.\n");
  const { exit, err } = await replay("--branch", "x", "--years", "2010..2012");
  expect([exit, err]).toEqual([2, expect.stringContaining("[BranchNotThere]")]);
});

describe("what cannot be asked", () => {
  test.each([
    ["2013..2010"],
    ["2010"],
    ["2010-2013"],
    ["2010..20133"],
    ["2010...2013"],
    [" 2010..2013"],
    ["1900..2999"],
    ["1800..1900"],
    ["Infinity..NaN"],
    [""],
    ["\u001b[31m2010..2013"],
  ])("--years %j", async (years) => {
    const { exit, out, err } = await replay("--branch", "m", "--years", years);
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toMatch(/^The option --years takes years .*such as 2010\.\.2013\. \[\w+\]\n$/);
    expect(err).not.toContain("\u001b");
  });

  test("a hundred years may be asked for, and not one more", async () => {
    expect((await replay("--branch", "m", "--years", "1950..2049")).exit).toBe(0);
    expect((await replay("--branch", "m", "--years", "1950..2050")).exit).toBe(2);
  });

  test.each([["month"], ["branch,branch"], ["year,"], [""], ["__proto__"], ["YEAR"]])(
    "--by %j",
    async (by) => {
      const { exit, err } = await replay(...ofAll, "--by", by);
      expect([exit, err]).toEqual([2, expect.stringMatching(/--by takes .*\[OptionIllTyped\]/)]);
    },
  );

  test.each([
    ["OptionsClash", ["--branch", "m", "--year", "2010", "--years", "2010..2012"]],
    ["OptionsClash", ["--projection", "p.ts", "--years", "2010..2012"]],
    ["OptionsClash", ["--projection", "p.ts", "--by", "year"]],
    ["OptionMissing", ["--branch", "m", "--by", "year"]],
    ["OptionMissing", ["--years", "2010..2012"]],
    ["OptionValueMissing", ["--branch", "m", "--years"]],
  ])("%s: %j", async (rule, options) => {
    const { exit, out, err } = await replay(...options);
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toContain(`[${rule}]`);
  });
});
