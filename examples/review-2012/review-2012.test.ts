import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { equalTallies } from "@tongket/core";
import { chained, hashOfText } from "@tongket/core/log";
import { sayDate } from "@tongket/core/messages";
import { figuresOf } from "@tongket/core/report";
import { renderMarkdown } from "@tongket/render-markdown";
import { openVault } from "@tongket/vault";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { difference, documentLines } from "./document-lines.ts";
import { booksOf, commandLines, commits, facts, here, read, reviewOf } from "./read-review.ts";

const root = fileURLToPath(here("../../"));
const readme = read("README.md");

describe("the ledger", () => {
  let home: string;
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), "tongket-review-"));
    const vault = fileURLToPath(here("ledger.jsonl.vault"));
    cpSync(vault, join(home, "anew.jsonl.vault"), { recursive: true });
    for (const line of tongketLines()) runTongket(line);
  });
  afterAll(() => rmSync(home, { recursive: true }));

  /** The calls of the command line in the README's own instructions. */
  const tongketLines = (): readonly string[] => {
    const block = /```sh\n(.+?)```/s.exec(readme)?.[1] ?? "";
    return block.split("\n").filter((line) => line.startsWith("npm run -s tongket -- "));
  };

  const runTongket = (line: string): void => {
    const words = line.slice("npm run -s tongket -- ".length).split(" ");
    const inHome = words.map((word) => (word.startsWith("anew.") ? join(home, word) : word));
    const program = ["--conditions=source", "packages/cli/src/main.ts", ...inHome];
    execFileSync(process.execPath, program, { cwd: root, stdio: "pipe" });
  };

  const anew = (name: string): string => readFileSync(join(home, name), "utf8");

  test("recorded anew as the README says, it has the same bytes", () => {
    expect(anew("anew.jsonl")).toBe(read("ledger.jsonl"));
  });

  test.each(["vi", "en"])("and so has its review, in %s", (lang) => {
    expect(anew(`anew.${lang}.md`)).toBe(read(`report.${lang}.md`));
  });

  test("its chain holds, one commit for each command, in order and with its time", () => {
    const [header = "", ...texts] = read("ledger.jsonl").split("\n").slice(0, -1);
    const hash = hashOfText(header);
    const { createdAt } = JSON.parse(header);
    expect(chained(texts, { position: 0, hash: hash ?? "", recordedAt: createdAt })).toHaveLength(
      commandLines.length,
    );
    expect(
      commits.map(({ commit: { commandId, recordedAt, events } }) => [
        commandId,
        recordedAt,
        ...events.map(({ effectiveOn }) => effectiveOn),
      ]),
    ).toEqual(commandLines.map(({ id, recordedAt, effectiveOn }) => [id, recordedAt, effectiveOn]));
  });

  test("no name of a person stands in it, and every one is in the vault", () => {
    const vault = openVault(fileURLToPath(here("ledger.jsonl.vault")));
    const profiled = facts.filter(({ event }) => event.type === "PersonProfiled");
    const names = profiled.map(({ event }) => {
      const { person, sealed } = event.data as { person: string; sealed: string };
      const opened = vault.unseal(person, sealed);
      return opened.outcome === "Opened" ? opened.profile["name"] : undefined;
    });
    expect(names).toEqual(["Lại Xuân Lâm", "Nguyễn Bắc Son", "Trần Đức Lai", "Nguyễn Minh Hồng"]);
    const bytes = readFileSync(here("ledger.jsonl"));
    for (const name of names) {
      expect(bytes.includes(name ?? ""), name).toBe(false);
      expect(bytes.includes((name ?? "").normalize("NFD")), name).toBe(false);
    }
  });
});

describe("the review", () => {
  test.each(["vi", "en"] as const)("in %s is what its file says", (lang) => {
    expect(renderMarkdown(reviewOf(facts, lang))).toBe(read(`report.${lang}.md`));
  });

  test("no figure is fed by a speech, also not by “đã hoàn thành tốt nhiệm vụ năm 2012”", () => {
    const whole = reviewOf(facts, "vi");
    const judgement = "đánh giá Đảng bộ đã hoàn thành tốt nhiệm vụ năm 2012";
    expect(documentLines(whole)).toContainEqual(expect.stringContaining(judgement));
    const silent = facts.filter(({ event }) => event.type !== "SpeechGiven");
    expect(facts.length - silent.length).toBe(3);
    expect(equalTallies(booksOf(silent).tally, booksOf(facts).tally)).toBe(true);
    const { gone, come } = difference(whole, reviewOf(silent, "vi"));
    expect(come).toEqual([]);
    expect(gone).toHaveLength(3 + 10);
    expect(figuresOf(reviewOf(silent, "vi"))).toEqual(figuresOf(whole));
  });

  test("what was asked for is never among the directions", () => {
    const asked = facts.filter(({ event }) => event.type === "DirectionNoted");
    expect(asked).toHaveLength(12);
    const directions = figuresOf(reviewOf(facts, "vi")).find(
      ({ id }) => id === "directionsSet@2013",
    );
    expect(directions?.computed).toEqual({ is: "unknown", missing: "directions" });
  });

  test("it says where the source disagrees with itself or gives no text", () => {
    const lines = documentLines(reviewOf(facts, "vi"));
    const [plan, directions] = ["nói 4 nội dung nhưng liệt kê 5.", "sổ ghi được nội dung của 0."];
    expect(lines).toContainEqual(expect.stringContaining(plan));
    expect(lines).toContainEqual(expect.stringContaining(directions));
  });

  test("61 certificates in five categories", () => {
    const awards = figuresOf(reviewOf(facts, "vi")).filter(({ id }) => id.startsWith("awards"));
    const counts = awards.flatMap(({ reported }) =>
      reported.map(({ value }) => ("count" in value ? value.count : 0)),
    );
    expect(counts).toEqual([3, 21, 9, 17, 11]);
    expect(documentLines(reviewOf(facts, "vi"))).toContainEqual(
      expect.stringMatching(/^Theo báo cáo: 61 khen thưởng, 5 loại;/),
    );
  });
});

describe("the table of the README", () => {
  /** Sentences in each paragraph of the article, pictures left out. */
  const sentences = [1, 2, 1, 1, 1, 5, 2, 4, 3, 3, 1, 9, 1, 1, 1, 1];

  const rows = readme
    .split("\n")
    .filter((line) => /^\| \d/.test(line))
    .map((line) => {
      const [at = "", words = "", commands = "", where = ""] = line.split(" | ");
      const ids = [...commands.matchAll(/`([^`]+)`/g)].map(([, id = ""]) => id);
      return { at: at.slice("| ".length), words, ids, where };
    });

  test("every sentence of the article has a row, in order", () => {
    const all = sentences.flatMap((count, paragraph) =>
      Array.from({ length: count }, (_, sentence) => `${paragraph + 1}.${sentence + 1}`),
    );
    expect([...new Set(rows.map(({ at }) => at))]).toEqual(all);
  });

  test("every command has a row, and every row but a caption's names commands", () => {
    const named = new Set(rows.flatMap(({ ids }) => ids));
    expect([...named].sort()).toEqual(commandLines.map(({ id }) => id).sort());
    const silent = rows.filter(({ ids }) => ids.length === 0);
    expect(silent.map(({ words }) => words)).toEqual(
      silent.map(() => expect.stringMatching(/^\(caption\) /)),
    );
  });

  /** All that a command says in words, with its day and its stance as the report would say them. */
  const wordsOf = (id: string): string => {
    const line = commandLines.find((one) => one.id === id);
    if (line === undefined) return "";
    const stance = line.data["stance"] === "agrees" ? "nhất trí" : "";
    const text = JSON.stringify(line.data).replaceAll("{person:p-3}", "Trần Đức Lai");
    return `${text} ngày ${sayDate("vi", line.effectiveOn)} ${stance}`.toLowerCase();
  };

  test.each(rows.filter(({ ids }) => ids.length > 0))("$at $words", ({ words, ids }) => {
    const said = ids.map(wordsOf).join(" ");
    for (const fragment of words.split(" … ")) expect(said).toContain(fragment.toLowerCase());
  });

  test("every figure it names is in the document, and every reported one is named", () => {
    const named = rows.flatMap(({ where }) =>
      [...where.matchAll(/`(\S+@\d{4})`/g)].map(([, id]) => id),
    );
    const reported = figuresOf(reviewOf(facts, "en")).filter(
      (figure) => figure.reported.length > 0,
    );
    expect(named.sort()).toEqual(reported.map(({ id }) => id).sort());
  });
});
