import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runHere } from "./trial-run.ts";

let home: string;
let ledger: string;
const line = (command: string, data: object, effectiveOn = "2012-06-01"): string =>
  JSON.stringify({ command, actor: "clerk", effectiveOn, data });

const carriedIn = (data: object): string => line("CarryInBranch", data, "2012-01-01");

const members = Array.from({ length: 20 }, (_, at) => `p${at + 1}`);
const commands = [
  carriedIn({ branch: "m", kind: "upper-committee", name: "Đảng bộ mẫu" }),
  carriedIn({ branch: "c", kind: "cell", name: "Chi bộ 1", parent: "m" }),
  carriedIn({ branch: "d", kind: "cell", name: "Chi bộ 2", parent: "m" }),
  ...members.map((member) =>
    line("AdmitMember", { member, branch: member < "p2" ? "c" : "d", decidedOn: "2012-05-01" }),
  ),
  line("ReportFigure", {
    branch: "m",
    year: 2012,
    measure: "inspectionsHeld",
    value: { count: 9 },
    phrase: "9 lượt tổ chức cơ sở Đảng",
  }),
  line("SetTarget", {
    target: "t-1",
    committee: "m",
    year: 2012,
    measure: "cellsInspectedOrSupervised",
    text: "Kiểm tra trên 50% số chi bộ",
    goal: { op: ">", value: { num: 1, den: 2 } },
    scope: "each",
  }),
  line("InspectBranch", {
    inspection: "i",
    branch: "c",
    by: "m",
    kind: "inspection",
    mode: "regular",
  }),
  line("SetTarget", {
    target: "t-2",
    committee: "m",
    year: 2012,
    measure: "membersExcellent",
    text: "Đảng viên xuất sắc",
    goal: { op: ">=", value: { num: 1, den: 10 } },
    scope: "aggregate",
  }),
  line("ReviseTarget", {
    target: "t-2",
    goal: { op: ">=", value: { num: 1, den: 8 } },
    reason: "Cấp trên giao thêm",
  }),
];

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "tongket-explain-"));
  ledger = join(home, "l.jsonl");
  await runHere(["init", ledger, "--id", "l"]);
  const done = await runHere(["record", ledger, "-"], { stdin: commands.join("\n") });
  expect(done.err).toBe("");
});
afterAll(() => rmSync(home, { recursive: true }));

const explain = async (figure: string, ...options: readonly string[]): Promise<string> => {
  const argv = ["explain", ledger, figure, "--branch", "m", "--lang", "vi", ...options];
  const { exit, out, err } = await runHere(argv);
  expect([exit, err]).toEqual([0, ""]);
  return out;
};

describe("a figure", () => {
  test("is told from its sub-totals to its events, a long list cut", async () => {
    const told = (await explain("membersAdmitted@2012")).split("\n");
    expect(told.slice(0, 8)).toEqual([
      "Số đảng viên mới kết nạp, Đảng bộ mẫu, năm 2012: 20",
      "Đếm được: 20.",
      "  Theo tổ chức:",
      "    Đảng bộ mẫu: 20",
      "      Chi bộ 1: 11",
      "      Chi bộ 2: 9",
      "  Từ 20 sự việc:",
      "    4.0, ngày 1/6/2012: kết nạp p1 vào Chi bộ 1 (+1). Người ghi: clerk.",
    ]);
    expect(told.at(-2)).toBe("    … và 9 dòng nữa; --all liệt kê hết.");
  });

  test("is told in full with --all", async () => {
    const told = await explain("membersAdmitted", "--year", "2012", "--all");
    for (const member of members) expect(told).toContain(`kết nạp ${member} vào`);
    expect(told).not.toContain("--all");
  });

  test("on a line of a table is told like any other, also as a report writes it", async () => {
    const told = (await explain("members.closing@2012", "--lang", "en")).split("\n");
    expect(told.slice(0, 3)).toEqual([
      "Closing, Đảng bộ mẫu, 2012: 20",
      "Counted: 20.",
      "  By organisation:",
    ]);
    const cells = await explain("cellsInspected/own@2012", "--lang", "en");
    expect(cells).toContain("Cells: Inspected, Đảng bộ mẫu, 2012: 50% (1/2)");
    expect(await explain("inspectionsHeld@2012/24.0")).toContain("Tài liệu nêu 9");
  });

  test("that a document states is followed to the phrase and the entry", async () => {
    const told = await explain("inspectionsHeld@2012");
    expect(told).toContain("Tài liệu nêu 9: “9 lượt tổ chức cơ sở Đảng” (mục 24.0).");
    expect(told).toContain("chưa rõ: chưa ghi nhận cuộc kiểm tra nào");
  });

  test("is told as of a day, and as known at an instant", async () => {
    const early = await explain("membersAdmitted@2012", "--as-of", "2012-05-31");
    expect(early).toContain("năm 2012: chưa rõ");
    const known = await explain("membersAdmitted@2012", "--known-at", "2030-01-01T00:00:00.000Z");
    expect(known).toContain("năm 2012: 20");
  });

  test("as JSON is the whole explanation, with the head it stands on", async () => {
    const told = JSON.parse(await explain("membersAdmitted@2012", "--json"));
    expect(told).toMatchObject({
      figure: { measure: "membersAdmitted", branch: "m", year: 2012 },
      value: { is: "count", count: 20 },
      parts: [{ part: "count", amount: 20, branches: { branch: "m", total: 20 } }],
      origin: { ledger: "l", position: 28 },
    });
    expect(told.parts[0].events).toHaveLength(20);
    expect(told.parts[0].events[0]).toMatchObject({ address: "4.0", actor: "clerk" });
  });

  test("of a share tells both parts and the rules", async () => {
    const told = await explain("cellsInspectedOrSupervised@2012", "--lang", "en");
    expect(told).toContain("Numerator: 1, each only once.");
    expect(told).toContain("26.0, 1 June 2012: inspection of Chi bộ 1 by Đảng bộ mẫu (+1).");
    expect(told).toContain("Denominator: 2, each only once.");
    expect(told).toContain(
      "2.0, 1 January 2012: Chi bộ 1 stood before the ledger. Recorded by clerk.",
    );
    expect(told).toContain("kinds of branch (vn-party-structure-2011)");
  });
});

test("a target tells its goal, how far it was reached, and who fails", async () => {
  const told = await explain("target:t-1@2012");
  expect(told.split("\n").slice(0, 5)).toEqual([
    "Chỉ tiêu t-1: Kiểm tra trên 50% số chi bộ",
    "Mức phấn đấu > 50% ở từng cấp ủy; tính chung 50% (1/2); chưa đạt.",
    "25.0, ngày 1/6/2012: đặt chỉ tiêu: Kiểm tra trên 50% số chi bộ. Người ghi: clerk.",
    "Chưa đạt ở 1 trên 1 cấp ủy:",
    "  Đảng bộ mẫu (m): 50% (1/2)",
  ]);
  expect(JSON.parse(await explain("target:t-1@2012", "--json"))).toMatchObject({
    target: { verdict: "fail", each: [{ branch: "m", name: "Đảng bộ mẫu" }] },
    figure: { value: { is: "share", num: 1, den: 2 } },
  });
});

test("a revised target tells what its goal was and what it became", async () => {
  expect(await explain("target:t-2@2012")).toContain("sửa chỉ tiêu từ ≥ 10% thành ≥ 12,5%");
  const told = await explain("target:t-2@2012", "--lang", "en");
  expect(told).toContain("target revised from ≥ 10% to ≥ 12.5%");
});

test("a name that is none is told, with those that are near", async () => {
  const argv = ["explain", ledger, "cellsInspected@2012", "--branch", "m", "--lang", "en"];
  const { exit, err } = await runHere(argv);
  expect([exit, err]).toEqual([2, expect.stringMatching(/\[FigureUnknown\]\n$/)]);
  const near = await runHere([...argv.slice(0, 2), "memberAdmitted@2012", ...argv.slice(3)]);
  expect(near.err).toContain("There is no figure “memberAdmitted@2012” in 2012");
  expect(near.err).toContain("near are membersAdmitted");
});
