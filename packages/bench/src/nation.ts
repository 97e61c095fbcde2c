/**
 * `npm run bench:nation [-- LEDGERS]`, after `npm run build`: a ledger of its own for each of so
 * many base organisations (51,000), 110 members each, and a tree of 63 provinces and 700 districts
 * above them. One year of all is consolidated by the program in one run; what it says of the nation
 * and of every province is compared with what the generator counted.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LedgerText, type MadeEvent, randomOf } from "./made-log.ts";
import { runProgram } from "./program-run.ts";

const ledgers = Number(process.argv[2] ?? 51_000);
const [provinces, districts, membersEach] = [63, 700, 110];
const year = 2012;
const opening = `${year}-01-01`;

/** What stands on the accounts of a branch of the tree, as the generator knows it. */
type Counts = Map<string, number>;
const expected = new Map<string, Counts>();
const add = (district: number, measure: string, amount: number): void => {
  for (const branch of ["nation", `p${district % provinces}`, `d${district}`]) {
    const counts = expected.get(branch) ?? new Map<string, number>();
    expected.set(branch, counts);
    counts.set(measure, (counts.get(measure) ?? 0) + amount);
  }
};

const makeTree = (path: string): void => {
  const tree = new LedgerText(path, "tree");
  const carryIn = (branch: string, parent?: string): void => {
    const data = { branch, name: branch, kind: "upper-committee" };
    const whole = parent === undefined ? data : { ...data, parent };
    tree.commit([{ type: "BranchCarriedIn", effectiveOn: opening, data: whole }]);
  };
  carryIn("nation");
  for (let at = 0; at < provinces; at += 1) carryIn(`p${at}`, "nation");
  for (let at = 0; at < districts; at += 1) carryIn(`d${at}`, `p${at % provinces}`);
  tree.close();
};

const random = randomOf(1);
const pack = "2011-07-hd-btctw";
const levels = ["excellent", "good", "completed", "failing"];

const makeLedger = (path: string, at: number): void => {
  const ledger = new LedgerText(path, `l${at}`);
  const district = at % districts;
  const branch = "base";
  const commit = (type: string, data: object, effectiveOn = opening): void =>
    ledger.commit([{ type, effectiveOn, data } satisfies MadeEvent]);
  commit("BranchCarriedIn", { branch, name: `${at}`, kind: "base-cell" });
  commit("SuperiorNamed", { branch, superior: { ledger: "tree", branch: `d${district}` } });
  for (let member = 0; member < membersEach; member += 1) {
    commit("MemberCarriedIn", { member: `m${member}`, branch, status: "official" });
    add(district, "carried-in official", 1);
    add(district, "stock official", 1);
  }
  for (let month = 1; month <= 12; month += 1) {
    const day = `${year}-${String(month).padStart(2, "0")}-15`;
    commit("MeetingHeld", { meeting: `h${month}`, branch, kind: "regular" }, day);
    add(district, "meetings regular", 1);
  }
  for (let member = 0; member < membersEach; member += 2) {
    const level = levels[random(4)] as string;
    const subject = { subject: `m${member}`, subjectKind: "member", branch, year };
    const decided = { baseOrganisation: branch, by: branch, level, pack };
    commit("RatingAssigned", { ...subject, ...decided }, `${year}-12-10`);
    add(district, `rated member ${pack} ${level} -`, 1);
  }
  const admitted = random(4);
  for (let one = 0; one < admitted; one += 1) {
    const day = `${year}-05-19`;
    commit("MemberAdmitted", { member: `n${one}`, branch, decidedOn: day }, day);
    for (const measure of ["admissions", "admitted", "stock probationary"]) {
      add(district, measure, 1);
    }
  }
  ledger.close();
};

interface Consolidated {
  readonly branches: readonly { readonly branch: string; readonly totals: object }[];
}

/** Throws unless every branch of the tree has just what was counted for it. */
const demandExpected = (told: Consolidated): void => {
  const found = new Map(told.branches.map(({ branch, totals }) => [branch, totals]));
  for (const [branch, counts] of expected) {
    const totals = found.get(branch);
    const same = Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
    if (JSON.stringify(totals) !== JSON.stringify(same)) {
      throw new Error(`${branch}: ${JSON.stringify(totals)}, not ${JSON.stringify(same)}`);
    }
  }
};

const folder = mkdtempSync(join(tmpdir(), "tongket-nation-"));
try {
  const tree = join(folder, "tree.jsonl");
  const committees = join(folder, "committees");
  mkdirSync(committees);
  makeTree(tree);
  for (let at = 0; at < ledgers; at += 1) makeLedger(join(committees, `${at}.jsonl`), at);
  const asked = ["consolidate", tree, committees, "--year", String(year)];
  const { stdout, seconds, peakMiB } = runProgram("--json", ...asked);
  demandExpected(JSON.parse(stdout) as Consolidated);
  const told = `${ledgers} ledgers in ${seconds.toFixed(0)} s, ${peakMiB.toFixed(0)} MiB at most`;
  console.log(told);
} finally {
  rmSync(folder, { recursive: true });
}
