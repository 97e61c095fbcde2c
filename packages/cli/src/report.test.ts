import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { shownFigures } from "@tongket/core/report";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatNames } from "./report-formats.ts";
import { runBinary, runHere } from "./trial-run.ts";

let home: string;
let ledger: string;
const line = (command: string, data: object): string =>
  JSON.stringify({ command, actor: "clerk", effectiveOn: "2012-06-01", data });

const commands = [
  line("CarryInBranch", { branch: "m", kind: "upper-committee", name: "Đảng bộ mẫu" }),
  line("CarryInBranch", { branch: "c", kind: "cell", name: "Chi bộ 1", parent: "m" }),
  line("AdmitMember", { member: "p", branch: "c", decidedOn: "2012-05-01" }),
  line("AdmitMember", { member: "q", branch: "c", decidedOn: "2012-05-01" }),
  line("SetTarget", {
    target: "t",
    committee: "m",
    year: 2012,
    measure: "directivesReached/member",
    text: "100% đảng viên học tập",
    goal: { op: ">=", value: { num: 1, den: 1 } },
    scope: "aggregate",
  }),
];

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "tongket-report-"));
  ledger = join(home, "l.jsonl");
  await runHere(["init", ledger, "--id", "l"]);
  const done = await runHere(["record", ledger, "-"], { stdin: commands.join("\n") });
  expect(done.err).toBe("");
});
afterAll(() => rmSync(home, { recursive: true }));

const ask = (command: string, ...options: readonly string[]) =>
  runHere([command, ledger, "--branch", "m", "--year", "2012", ...options]);

test("the review is Markdown in the language that is asked for", async () => {
  const { exit, out, err } = await ask("report", "--lang", "vi");
  expect([exit, err]).toEqual([0, ""]);
  expect(out).toMatch(
    /^\*\*Đảng bộ mẫu\*\*\n\n# Tổng kết công tác năm 2012 và nhiệm vụ năm 2013\n\n/,
  );
  expect(out).toContain("| Số đảng viên mới kết nạp | 2 |");
  expect((await ask("report", "--lang", "en")).out).toContain("New members admitted | 2 |");
});

test("as JSON it is the document, with the head of the ledger in it", async () => {
  const { out } = await ask("report", "--json", "--as-of", "2012-12-31");
  expect(JSON.parse(out)).toMatchObject({
    year: 2012,
    issuer: "Đảng bộ mẫu",
    origin: {
      ledger: "l",
      position: 5,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      asOf: "2012-12-31",
    },
  });
  expect((await ask("report", "--format", "json", "--as-of", "2012-12-31")).out).toBe(out);
});

test("it goes to a file, and says so to people", async () => {
  const file = join(home, "report.md");
  const told = await ask("report", "-o", file);
  expect(told).toEqual({ exit: 0, out: "", err: `Wrote ${file}.\n` });
  expect(readFileSync(file, "utf8")).toBe((await ask("report")).out);
  const json = JSON.parse(
    (await ask("report", "--force", "-o", file, "--format", "md", "--json")).out,
  );
  expect(json).toMatchObject({ file, origin: { position: 5 } });
});

describe("with details of the document", () => {
  const detailed = (details: string, lang = "en") => {
    const file = join(home, "details.json");
    writeFileSync(file, details);
    return ask("report", "--details", file, "--lang", lang);
  };

  test("its head and foot are those", async () => {
    const details = {
      ...{ number: "12", issuerCode: "ĐU", place: "Hà Nội", date: "2013-01-05" },
      ...{ superior: "Đảng ủy cấp trên", recipients: ["{person:q}"] },
      signature: { office: "Bí thư", name: "{person:p}" },
    };
    const { exit, out } = await detailed(JSON.stringify(details, null, 2), "vi");
    expect(exit).toBe(0);
    const head = ["Đảng ủy cấp trên", "**Đảng bộ mẫu**", "Số 12-BC/ĐU"];
    const dated = "Hà Nội, ngày 05 tháng 01 năm 2013";
    expect(out.split("\n\n").slice(0, 4)).toEqual([...head, dated]);
    // The annexes stand behind the foot.
    expect(out.split("\n\n## Phụ lục")[0]?.split("\n\n").slice(-4)).toEqual([
      "Bí thư",
      "**\\[p\\]**",
      "Nơi nhận:",
      "- \\[q\\]",
    ]);
  });

  test.each([
    ["", "NoDetails", /There are no details/],
    ["{", "CutOff", /./],
    ["{\n 12}", "DetailsNotJson", /details\.json:2.*Column 2: this is not JSON/],
    ['{"stamp": 1}', "FieldUnknown", /details\.json: stamp: /],
    ['{"signature": {"office": "x"}}', "FieldMissing", /signature\.name/],
    ['{"date": "23/1/2013"}', "IllTyped", /YYYY-MM or YYYY; received “23\/1\/2013”/],
    ["[]", "IllTyped", /object/],
  ])("%s is told as %s", async (details, rule, says) => {
    const { exit, out, err } = await detailed(details);
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toContain(`[${rule}]`);
    expect(err).toMatch(says);
    expect((await detailed(details, "vi")).err).toContain(`[${rule}]`);
  });
});

test("the scoreboard tells the targets", async () => {
  const { out } = await ask("report", "--document", "scoreboard", "--lang", "vi");
  expect(out).toMatch(/100% đảng viên học tập \| ≥ 100% \| chưa rõ/);
});

describe("what is suppressed", () => {
  test("small counts are not shown, and the report still passes", async () => {
    const file = join(home, "small.md");
    await ask("report", "-o", file, "--suppress", "cells<3", "--lang", "en");
    const text = readFileSync(file, "utf8");
    expect(text).toContain("| Closing | under 3 |");
    expect(text).not.toMatch(/\| 2 \|/);
    expect(await runHere(["verify", ledger, "--report", file])).toMatchObject({ exit: 0 });
  });

  test.each(["name", "cells<1", "cells<3,cells<4", "names,names", "", "cells<3,"])(
    "%j is no such thing",
    async (what) => {
      const { exit, err } = await ask("report", "--suppress", what, "--lang", "en");
      expect([exit, err]).toEqual([2, expect.stringMatching(/cells<N|has no value/)]);
    },
  );
});

describe.each(formatNames)("verify --report of %s", (format) => {
  const file = () => join(home, `held.${format}`);
  const written = async (...options: readonly string[]) => {
    await ask("report", "--force", "-o", file(), ...options);
  };
  const verified = (...options: readonly string[]) =>
    runHere(["verify", ledger, "--report", file(), ...options]);

  test.each(["vi", "en"])("passes a report as it was written, in %s", async (lang) => {
    for (const options of [[], ["--document", "scoreboard"], ["--as-of", "2012-06-30"]]) {
      await written("--lang", lang, ...options);
      const { exit, out } = await verified("--lang", "en");
      expect([exit, out]).toEqual([
        0,
        expect.stringMatching(
          /held\.\w+: all \d+ figures are what the ledger says at position 5\.\n/,
        ),
      ]);
    }
  });

  test("refuses what is no report", async () => {
    writeFileSync(file(), "# Nothing\n");
    const { exit, out } = await verified("--json");
    expect([exit, JSON.parse(out).error.faults[0].rule]).toEqual([2, "ReportSaysNothing"]);
  });
});

describe("a page to explore", () => {
  const file = () => join(home, "page.html");
  const inside = /(id="tongket-data">)([^<]+)/;
  const written = async (...options: readonly string[]) => {
    await ask("report", "--force", "-o", file(), "--lang", "en", ...options);
    return readFileSync(file(), "utf8");
  };
  const faultsOf = async (changed: string) => {
    writeFileSync(file(), changed);
    const { exit, out } = await runHere(["verify", ledger, "--report", file(), "--json"]);
    return { exit, faults: exit === 0 ? [] : JSON.parse(out).error.faults };
  };

  test("has the events inside, but none where anything is suppressed", async () => {
    expect(await written()).toMatch(inside);
    expect(await written("--suppress", "names")).not.toMatch(inside);
    expect(await written("--suppress", "cells<3")).not.toMatch(inside);
  });

  test("is refused where its events, or the words of its charts, are others", async () => {
    const page = await written();
    const repacked = (change: (text: string) => string) =>
      page.replace(inside, (_, tag: string, packed: string) => {
        const text = inflateRawSync(Buffer.from(packed, "base64")).toString();
        const changed = change(text);
        expect(changed).not.toBe(text);
        return `${tag}${deflateRawSync(changed).toString("base64")}`;
      });
    expect(await faultsOf(repacked((text) => `${text} `))).toMatchObject({ exit: 0 });
    const moved = repacked((text) =>
      text.replace('"decidedOn":"2012-05-01"', '"decidedOn":"2011-05-01"'),
    );
    expect(await faultsOf(moved)).toMatchObject({
      exit: 1,
      faults: [{ rule: "WordsDiffer", facts: { found: expect.stringContaining("2011-05-01") } }],
    });
    expect(await faultsOf(page.replace(inside, "$1AAAA"))).toMatchObject({ exit: 1 });
    const [before = "", charts = ""] = page.split('class="charts"');
    expect(charts).toContain("New members admitted");
    const drawn = charts.replace("New members admitted", "New members");
    expect(await faultsOf(`${before}class="charts"${drawn}`)).toMatchObject({
      exit: 1,
      faults: [{ rule: "WordsDiffer", facts: { found: "New members, by year" } }],
    });
  });
});

describe("a page that was tampered with", () => {
  const file = () => join(home, "tampered.html");
  const tampered: readonly (readonly [string, (page: string) => string])[] = [
    ["other events before its own", (page) => before(page, "<p hidden id=tongket-data>AAAA</p>")],
    ["words above the document", (page) => before(page, "<h1>9 members</h1>")],
    ["no events, and other charts", (page) => otherCharts(page.replace(packed, ""))],
    ["an empty element for its events", (page) => page.replace(packed, "$1</script>")],
    ["two elements of events", (page) => page.replace(packed, "$&$&")],
    ["charts twice", (page) => page.replace(charts, "$&$&")],
  ];
  const packed = /(<script type="text\/plain" id="tongket-data">)[^<]+<\/script>/;
  const charts = /<section class="charts"[\s\S]*?<\/section>/;
  const before = (page: string, more: string) => page.replace("<main>", `${more}<main>`);
  const otherCharts = (page: string) => page.replace("<figcaption>", "<figcaption>Forged ");

  test.each(tampered)("is found to have %s", async (_, tamper) => {
    await ask("report", "--force", "-o", file(), "--lang", "en");
    const page = readFileSync(file(), "utf8");
    expect(await runHere(["verify", ledger, "--report", file()])).toMatchObject({ exit: 0 });
    expect(tamper(page)).not.toBe(page);
    writeFileSync(file(), tamper(page));
    expect(await runHere(["verify", ledger, "--report", file()])).toMatchObject({ exit: 1 });
  });

  test("is found to tell what is suppressed", async () => {
    await ask("report", "--force", "-o", file(), "--lang", "en");
    const [events = ""] = packed.exec(readFileSync(file(), "utf8")) ?? [];
    await ask("report", "--force", "-o", file(), "--lang", "en", "--suppress", "names");
    const page = readFileSync(file(), "utf8");
    expect(await runHere(["verify", ledger, "--report", file()])).toMatchObject({ exit: 0 });
    writeFileSync(file(), page.replace("</body>", `${events}</body>`));
    expect(await runHere(["verify", ledger, "--report", file()])).toMatchObject({ exit: 1 });
  });
});

test.each(formatNames)("people before figures and in headings do not fail a %s", async (format) => {
  const other = join(home, `people-${format}.jsonl`);
  const file = join(home, `people.${format}`);
  await runHere(["init", other, "--id", "other"]);
  const plan = {
    committee: "m",
    year: 2013,
    plan: "a",
    title: "Plan of {person:p}",
    items: ["One"],
    statedItems: 2,
  };
  const target = {
    target: "t",
    committee: "m",
    year: 2012,
    measure: "membersAdmitted",
    text: "Target of {person:p}",
    goal: { op: ">=", value: { count: 2 } },
    scope: "aggregate",
  };
  const lines = [...commands.slice(0, 4), line("SetTarget", target), line("AdoptPlan", plan)];
  const recorded = await runHere(["record", other, "-"], { stdin: lines.join("\n") });
  expect(recorded.err).toBe("");
  for (const document of ["annual-review", "scoreboard"]) {
    const asked = ["--branch", "m", "--year", "2012", "--document", document, "--lang", "en"];
    await runHere(["report", other, ...asked, "--force", "-o", file]);
    expect(await runHere(["verify", other, "--report", file])).toMatchObject({ exit: 0, err: "" });
  }
});

describe.each(["md", "html"])("verify --report of %s", (format) => {
  const file = () => join(home, `changed.${format}`);
  const written = async (...options: readonly string[]) => {
    await ask("report", "--force", "-o", file(), ...options);
    return readFileSync(file(), "utf8");
  };
  const verified = (...options: readonly string[]) =>
    runHere(["verify", ledger, "--report", file(), ...options]);

  test("names a figure with another digit, and words that are others", async () => {
    const text = await written("--lang", "en", "--document", "scoreboard");
    writeFileSync(file(), text.replace("≥ 100%", "≥ 90%").replace("All facts known", "No facts"));
    const { exit, out } = await verified("--json");
    expect(exit).toBe(1);
    expect(JSON.parse(out).error.faults).toMatchObject([
      { rule: "FigureDiffers", facts: { figure: "target:t/goal@2012", found: "≥ 90%" } },
      { rule: "WordsDiffer", facts: { expected: "All", found: "No" } },
      { rule: "WordsDiffer", facts: { expected: "known", found: "" } },
    ]);
  });

  test("names a figure that is another where the file lists them for machines", async () => {
    const text = await written("--lang", "en", "--document", "stock-and-flow");
    const listing = (figures: string) => text.replace('"kind"', `"figures":${figures},"kind"`);
    writeFileSync(file(), listing('[{"figure":"f@2012","section":"S","text":"9"}]'));
    const { exit, out } = await verified("--json");
    expect(exit).toBe(1);
    expect(JSON.parse(out).error.faults[0]).toMatchObject({
      rule: "FigureDiffers",
      facts: { figure: "members.opening@2012", found: "f@2012 · 9" },
    });
    const made = await ask("report", "--json", "--lang", "en", "--document", "stock-and-flow");
    writeFileSync(file(), listing(JSON.stringify(shownFigures(JSON.parse(made.out)))));
    expect(await verified()).toMatchObject({ exit: 0 });
  });

  test("refuses what is no report, and a report of another ledger or of none", async () => {
    const text = await written();
    const refused = async (changed: string) => {
      writeFileSync(file(), changed);
      const { exit, out } = await verified("--json");
      expect(exit).toBe(2);
      return JSON.parse(out).error.faults[0].rule;
    };
    const knownAt = '"knownAt":"2012-12-31","position":5';
    expect(await refused(text.replace('"position":5', knownAt))).toBe("ReportSaysNothing");
    expect(await refused(text.replace('"position":5', '"position":4'))).toBe("ReportOfOther");
    expect(await refused(text.replace('"position":5', '"position":50'))).toBe("ReportOfOther");
    const { out } = await runHere(["verify", ledger, "--report", "held.txt", "--json"]);
    expect(JSON.parse(out).error.faults[0].rule).toBe("ReportFormatUnknown");
  });
});

test("missing tells the figures and the targets that nothing decides", async () => {
  const { exit, out } = await ask("missing", "--lang", "vi");
  expect(exit).toBe(0);
  expect(out).toMatch(/^\d+ chỉ số của báo cáo năm 2012 chưa tính được:\n/);
  expect(out).toContain("chỉ tiêu t: 100% đảng viên học tập: chưa rõ");
  expect(out).not.toContain("kết nạp:");
  expect(out).toMatch(/chưa được xếp loại:\n {2}\S.* \(\w+\)\n/);
  expect(out).toMatch(/Về chính việc tổng kết, chưa ghi:\n {2}việc mở tổng kết\n/);
  const { missing, gaps } = JSON.parse((await ask("missing", "--json")).out);
  expect(gaps.membersUnrated).toEqual([
    { branch: expect.any(String), members: [expect.any(String), expect.any(String)] },
  ]);
  expect(missing).toContainEqual({
    id: "t",
    label: "target t: 100% đảng viên học tập",
    missing: "studies",
    why: expect.stringMatching(/^unknown/),
    reported: false,
  });
});

test("replay tells every total of the branch with all below it", async () => {
  const { totals } = JSON.parse((await ask("replay", "--json")).out);
  expect(totals).toMatchObject({ admissions: 2, "stock probationary": 2 });
  expect((await ask("replay", "--lang", "vi")).out).toMatch(
    /^m cùng mọi tổ chức bên dưới, năm 2012:\n {2}admissions: 2\n/,
  );
});

describe("an own projection", () => {
  const write = (name: string, code: string): string => {
    const file = join(home, name);
    writeFileSync(file, code);
    return file;
  };
  const counting = `
    interface Event { readonly type: string; readonly data: { readonly decidedOn?: string } }
    export default ({ branch, year }: { branch: string; year: number }) => ({
      name: "by-decision", version: 1, reads: ["MemberAdmitted"],
      initial: () => new Map<string, number>(),
      apply: (draft: Map<string, number>, { data }: Event) => {
        const day = data.decidedOn ?? "";
        draft.set(day, (draft.get(day) ?? 0) + 1);
      },
      finish: (days: Map<string, number>) => ({ branch, year, days }),
    });`;

  test("is loaded as TypeScript, and its maps are said as JSON", async () => {
    const file = write("by-decision.ts", counting);
    const answer = { branch: "m", year: 2012, days: { "2012-05-01": 2 } };
    const told = await runBinary([
      ...["replay", ledger, "--branch", "m", "--year", "2012", "--projection", file, "--json"],
    ]);
    expect(JSON.parse(told.out)).toEqual({ projection: "by-decision", version: 1, answer });
  });

  test.each([
    ["has no default export", "export const x = 1;", /no default export that is a projection/],
    ["does not parse", "export default {", /SyntaxError/],
    ["throws when it is loaded", 'throw new Error("ouch\\nat x:1:1");', /Error: ouch\)/],
    [
      "throws on an event",
      `export default { name: "x", version: 1, reads: "all", initial: () => ({}),
        apply: () => { throw new TypeError("ouch"); } };`,
      /TypeError: ouch\)/,
    ],
    ["is of another shape", "export default { name: 1 };", /no default export/],
  ])("that %s is a fault of its own, without a stack", async (what, code, says) => {
    const file = write(`${what.replaceAll(" ", "-")}.mjs`, code);
    const asked = ["replay", ledger, "--branch", "m", "--year", "2012", "--projection", file];
    const { exit, err } = await runBinary(asked);
    expect([exit, err]).toEqual([2, expect.stringMatching(/\[ProjectionUnusable\]\n$/)]);
    expect(err).toMatch(says);
    expect(err.trim().split("\n")).toHaveLength(1);
  });
});
