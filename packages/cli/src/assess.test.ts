import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shippedPacks } from "@tongket/core/rulebook";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runHere } from "./trial-run.ts";

let home: string;
let ledger: string;
const line = (command: string, effectiveOn: string, data: object): string =>
  JSON.stringify({ command, actor: "clerk", effectiveOn, data });
const branch = (id: string, kind: string, name: string, parent?: string): string =>
  line("CarryInBranch", "2025-01-01", { branch: id, kind, name, ...(parent ? { parent } : {}) });
const member = (id: string): string =>
  line("CarryInMember", "2025-01-02", { member: id, branch: "c", status: "official" });
const fact = (subject: object, criterion: string, value: unknown): string =>
  line("RecordCriterion", "2025-12-01", { subject, year: 2025, criterion, value });
const rated = (subject: object, level: string, by: string): string =>
  line("AssignRating", "2025-12-20", { subject, year: 2025, level, by });

const commands = [
  branch("m", "upper-committee", "Đảng bộ mẫu"),
  branch("b", "base-committee", "Đảng bộ A", "m"),
  branch("c", "cell", "Chi bộ 1", "b"),
  branch("d", "cell", "Chi bộ 2", "b"),
  member("p1"),
  member("p2"),
  member("p3"),
  line("AppointOfficer", "2025-01-05", { person: "p1", in: { branch: "b" }, office: "secretary" }),
  line("DisciplineBranch", "2025-06-01", { branch: "d", form: "reprimand" }),
  fact({ branch: "b" }, "score", { num: 905, den: 10 }),
  fact({ branch: "b" }, "tasks-assigned", 10),
  fact({ branch: "b" }, "tasks-done", 10),
  fact({ member: "p2" }, "score", 85),
  rated({ branch: "b" }, "good", "m"),
  rated({ member: "p2" }, "good", "b"),
  line("ReviseRating", "2025-12-22", {
    subject: { member: "p2" },
    year: 2025,
    level: "completed",
    by: "b",
    reason: "Xem xét lại",
  }),
  line("SuspendMember", "2025-12-23", { member: "p3" }),
  rated({ member: "p1" }, "excellent", "b"),
  member("p4"),
  fact({ member: "p4" }, "score", 60),
];

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "tongket-assess-"));
  ledger = join(home, "l.jsonl");
  await runHere(["init", ledger, "--id", "l"]);
  const done = await runHere(["record", ledger, "-"], { stdin: commands.join("\n") });
  expect(done.err).toBe("");
});
afterAll(() => rmSync(home, { recursive: true }));

const told = async (...argv: readonly string[]): Promise<string> => {
  const { exit, out, err } = await runHere([...argv, "--year", "2025"]);
  expect([exit, err]).toEqual([0, ""]);
  return out;
};
const explain = (subject: string, ...options: readonly string[]): Promise<string> =>
  told("explain", ledger, "--rating", subject, "--lang", "vi", ...options);
const assess = (...options: readonly string[]): Promise<string> =>
  told("assess", ledger, "--lang", "vi", ...options);

describe("explain --rating", () => {
  test("tells a branch's rating, then each level with its facts and their events", async () => {
    const lines = (await explain("branch:b")).split("\n");
    expect(lines.slice(0, 8)).toEqual([
      "Đảng bộ A, năm 2025: hoàn thành tốt nhiệm vụ.",
      "  Đảng bộ mẫu quyết định, theo gói 2025-366-qd-tw:",
      "    14.0, ngày 20/12/2025: xếp loại Đảng bộ A: hoàn thành tốt nhiệm vụ. Người ghi: clerk.",
      [
        "Xét theo Đánh giá, xếp loại chất lượng tổ chức đảng và đảng viên (2025-366-qd-tw), ",
        "căn cứ Quy định 366-QĐ/TW, 30/8/2025, cùng Hướng dẫn 43-HD/BTCTW; theo nguồn dẫn lại:",
      ].join(""),
      "  Mức “hoàn thành xuất sắc nhiệm vụ”: không đủ điều kiện.",
      "    Đạt: khung điểm xuất sắc, tức là điểm ít nhất 90.",
      "      điểm: 90,5",
      "        10.0, ngày 1/12/2025: điểm của Đảng bộ A: 90,5. Người ghi: clerk.",
    ]);
    const text = lines.join("\n");
    expect(text).toContain(
      [
        "      số tổ chức trực thuộc bị kỷ luật: 1",
        "        4.0, ngày 1/1/2025: Chi bộ 2 đã có từ trước khi mở sổ. Người ghi: clerk.",
        "        9.0, ngày 1/6/2025: kỷ luật Chi bộ 2: khiển trách. Người ghi: clerk.",
      ].join("\n"),
    );
    expect(text).toContain("Mức “hoàn thành nhiệm vụ”: chưa rõ; cần biết nhiệm vụ chậm tiến độ.");
    expect(lines.at(-2)).toBe("Mức cao nhất đủ điều kiện: hoàn thành tốt nhiệm vụ.");
  });

  test("tells revisions with their reason, in English too", async () => {
    const text = await explain("person:p2", "--lang", "en");
    expect(text.split("\n").slice(0, 5)).toEqual([
      "p2, 2025: completed.",
      "  Đảng bộ A decided, under 2025-366-qd-tw:",
      "    15.0, 20 December 2025: p2 rated good. Recorded by clerk.",
      "  Revised by Đảng bộ A, under 2025-366-qd-tw: Xem xét lại",
      "    16.0, 22 December 2025: rating of p2 changed from good to completed. Recorded by clerk.",
    ]);
    expect(text).toContain("Level “excellent”: closed.");
  });

  test("tells first that someone is not rated", async () => {
    const lines = (await explain("person:p3")).split("\n");
    expect(lines[0]).toMatch(/^Theo quy định thì không xếp loại: bị đình chỉ sinh hoạt \(.*\)\.$/);
    expect(lines[1]).toBe("  17.0, ngày 23/12/2025: đình chỉ sinh hoạt p3. Người ghi: clerk.");
    expect(lines[2]).toBe("p3, năm 2025: chưa xếp loại.");
  });

  test("as of a day, knows what had taken effect by then", async () => {
    expect(await explain("branch:b", "--as-of", "2025-12-19")).toMatch(
      /^Đảng bộ A, năm 2025: chưa xếp loại\.\n/,
    );
    expect(await explain("person:p2", "--as-of", "2025-12-21")).toMatch(/: hoàn thành tốt /);
  });

  test("as JSON gives the whole assessment, under the ledger's head", async () => {
    const json = JSON.parse(await explain("branch:b", "--json"));
    expect(json).toMatchObject({
      pack: "2025-366-qd-tw",
      where: { branch: "b", baseOrganisation: "b" },
      rating: { is: "rated", rated: { level: "good" }, by: "m", events: [{ address: "14.0" }] },
      assessment: {
        subject: { subject: "b", subjectKind: "base-committee", of: "branch", year: 2025 },
        highestOpen: { passing: "good", notFailed: "good" },
      },
      supplied: [],
      origin: { ledger: "l", position: 20 },
    });
    const addresses = json.cited.map(({ address }: { address: string }) => address);
    expect(addresses).toEqual(["4.0", "9.0", "10.0", "11.0", "12.0"]);
  });
});

describe("assess", () => {
  test("supposes facts in place of the recorded ones, and beside them", async () => {
    const text = await assess(
      ...["--subject", "branch:b", "--fact", "score=92,25", "--fact", "shortcomings-open=0"],
      ...["--fact", "branches-below-disciplined=0", "--fact", "tasks-exceeded=3"],
    );
    expect(text).toContain("\nĐây là xét thử: không ghi gì vào sổ.\n");
    expect(text).toContain("điểm: 92,25, giả định; sổ ghi 90,5\n");
    expect(text).toContain("nhiệm vụ vượt mức: 3, giả định\n");
    expect(text).toContain("\nMức cao nhất đủ điều kiện: hoàn thành xuất sắc nhiệm vụ.\n");
  });

  test("writes nothing", async () => {
    const before = readFileSync(ledger, "utf8");
    await assess("--subject", "branch:b", "--fact", "score=1/2");
    expect(readFileSync(ledger, "utf8")).toBe(before);
  });

  test("tells which missing facts would decide one level, under another pack", async () => {
    const pack = ["--pack", "2019-21-hd-btctw", "--level", "good"];
    const text = await assess("--subject", "person:p1", ...pack);
    expect(text).toContain(
      "Mức “hoàn thành tốt nhiệm vụ”: chưa rõ; cần biết nhiệm vụ hoàn thành và nhiệm vụ được giao.",
    );
    expect(text).toContain("số vi phạm bị kỷ luật trong năm: 0, không có sự việc nào");
    expect(text).not.toContain("Mức “hoàn thành nhiệm vụ”");
  });

  test("reads a pack from a file", async () => {
    const file = join(home, "p.json");
    const [pack] = shippedPacks.filter((one) => one.pack === "2019-21-hd-btctw");
    writeFileSync(file, JSON.stringify({ ...pack, pack: "my-own", title: "Của mình" }));
    const json = JSON.parse(await assess("--subject", "person:p1", "--pack", file, "--json"));
    expect(json).toMatchObject({ pack: "my-own", assessment: { pack: "my-own" } });
    writeFileSync(file, JSON.stringify({ ...pack, title: "" }));
    const { exit, err } = await runHere([
      ...["assess", ledger, "--subject", "person:p1", "--year", "2025", "--pack", file],
    ]);
    expect([exit, err]).toEqual([2, expect.stringContaining("title")]);
  });

  test("tells the caps of a cohort before its close, with base and rounding", async () => {
    const lines = (await assess("--caps", "--branch", "b")).split("\n");
    expect(lines[1]).toBe("  Vượt trần: đảng viên xuất sắc, 1 trong khi được 0; cơ số 0.");
    expect(lines[2]).toMatch(
      /^ {4}“hoàn thành xuất sắc nhiệm vụ” nhiều nhất 20% của số ở mức tốt, làm tròn xuống \(Quy/,
    );
    expect(lines.at(-2)).toBe("Việc xếp loại chưa kết thúc.");
    const json = JSON.parse(await assess("--caps", "--branch", "b", "--json"));
    expect(json).toMatchObject({ committee: "b", caps: [{ part: 1, base: 0, allowed: 0 }] });
  });
});

describe("a call that cannot be answered", () => {
  const asked = ["--subject", "person:p2", "--year", "2025"];
  test.each<[string, readonly string[], RegExp]>([
    ["OptionIllTyped", ["--subject", "member:p2", "--year", "2025"], /person:ID for a member/],
    ["OptionMissing", ["--year", "2025"], /--subject/],
    ["OptionMissing", ["--caps", "--year", "2025"], /--branch/],
    ["OptionsClash", ["--caps", "--branch", "b", ...asked], /--caps and --subject/],
    ["RatingSubjectNotThere", ["--subject", "branch:x", "--year", "2025"], /“branch:x”/],
    ["RatingSubjectNotThere", ["--subject", "person:p2", "--year", "2024"], /end of 2024/],
    ["RatingPackUnknown", [...asked, "--pack", "2025-366-qd"], /near are 2025-366-qd-tw/],
    ["LevelUnknown", [...asked, "--level", "top"], /excellent, good, completed and failing/],
    ["FactUnknown", [...asked, "--fact", "scor=3"], /near are score/],
    ["FactUnknown", [...asked, "--fact", "tasks-late=3"], /Name one of score, disciplines/],
    ["FactIllTyped", [...asked, "--fact", "score=cao"], /90\.5 or 181\/2/],
    ["FactIllTyped", [...asked, "--fact", "score=1/0"], /found is “1\/0”/],
    ["FactIllTyped", [...asked, "--fact", "disciplines=1.000"], /a whole number from 0 on/],
    ["FactIllTyped", [...asked, "--fact", "exempt=2"], /yes or no/],
    ["FactGivenTwice", [...asked, "--fact", "score=1", "--fact", "score=2"], /score/],
    ["OptionIllTyped", [...asked, "--fact", "score"], /NAME=VALUE/],
    ["BranchNotThere", ["--caps", "--branch", "x", "--year", "2025"], /x/],
  ])("%s", async (rule, options, says) => {
    const { exit, err } = await runHere(["assess", ledger, ...options, "--lang", "en"]);
    expect([exit, err]).toEqual([2, expect.stringContaining(`[${rule}]`)]);
    expect(err).toMatch(says);
  });

  test("explain tells that a figure and a rating are two questions", async () => {
    const argv = ["explain", ledger, "membersAdmitted", "--rating", "branch:b", "--year", "2025"];
    expect((await runHere(argv)).err).toContain("[ArgumentsTooMany]");
    expect((await runHere(["explain", ledger, "membersAdmitted@2025"])).err).toContain("--branch");
    expect((await runHere(["explain", ledger, "--rating", "branch:b"])).err).toContain("--year");
  });
});

describe("a refusal tells the rule it rests on, and how far that was verified", () => {
  const source = "(Quy định 366-QĐ/TW, cùng Hướng dẫn 43-HD/BTCTW; ";
  const record = (lang: string, ...argument: Parameters<typeof line>) =>
    runHere(["record", ledger, "-", "--lang", lang], { stdin: line(...argument) });
  const rate = (id: string, lang: string) =>
    record(lang, "AssignRating", "2025-12-24", {
      ...{ subject: { member: id }, year: 2025, level: "good", by: "b" },
    });

  test("who is not to be rated", async () => {
    const { exit, err } = await rate("p3", "vi");
    expect([exit, err]).toEqual([1, expect.stringContaining("[NotToBeRated]")]);
    expect(err).toContain(`suspended. ${source}theo nguồn dẫn lại) Cách khắc phục: `);
  });

  test("a condition that is not met", async () => {
    const { exit, err } = await rate("p4", "en");
    expect([exit, err]).toEqual([1, expect.stringContaining("[ConditionNotMet]")]);
    expect(err).toContain(`(score = 60). ${source}from a secondary source) Remedy: `);
  });

  test("a cap that is exceeded, though that only warns", async () => {
    const closing = { committee: "b", year: 2025 };
    const { exit, err } = await record("en", "CloseRatings", "2025-12-26", closing);
    expect([exit, err]).toEqual([0, expect.stringContaining("[CapExceeded]")]);
    expect(err).toContain(`${source}from a third party) Remedy: `);
    expect(await explain("person:p2")).toContain(
      [
        "  Các mức trần của 2025-366-qd-tw, như đã xét khi đó:",
        "    Vượt trần: đảng viên xuất sắc, 1 trong khi được 0; cơ số 0.",
      ].join("\n"),
    );
  });
});
