import { truncateSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { folderOfTest } from "../test/folder.ts";
import { draftOf, eventOf, header, linesOf, newYear, recordsOf } from "../test/sample.ts";
import { lineBytesMax } from "./line-blocks.ts";
import { verifyJsonl } from "./verify.ts";

const file = folderOfTest();
const drafts = ["a", "b", "c", "d"].map((id) =>
  draftOf(id, [eventOf({ data: { name: "Đảng bộ cơ sở" } })]),
);
const lines = linesOf(drafts);
const whole = Buffer.from(lines.join(""));

let path: string;
beforeEach(() => {
  path = file("ledger.jsonl");
});
const verified = (bytes: Buffer | string, known = {}) => {
  writeFileSync(path, bytes);
  return verifyJsonl(path, known);
};

/** The line of a record: that of the header, at position 0, is the first. */
const lineOf = (fault: { readonly position: number } | undefined): number =>
  (fault?.position ?? Number.NaN) + 1;

/** The first line of a text that is not as it was, from 1. */
const firstChanged = (bytes: Buffer): number => {
  const now = bytes.toString("latin1").split(/(?<=\n)/);
  const before = whole.toString("latin1").split(/(?<=\n)/);
  for (let at = 0; ; at += 1) if (now[at] !== before[at]) return at + 1;
};

test("a sound ledger is whole, with its head", async () => {
  const { commits } = recordsOf(drafts);
  const head = { position: 4, hash: commits[3]?.hash, recordedAt: newYear };
  expect(await verified(whole)).toEqual({ verified: "Whole", commits: 4, head });
});

test("a ledger without commits is whole, and its head is the header", async () => {
  const head = { position: 0, recordedAt: header.createdAt };
  expect(await verified(lines[0] as string)).toMatchObject({ verified: "Whole", commits: 0, head });
});

describe("any one byte", () => {
  const values = [0x0a, 0x61, 0xff];
  const demandNamed = async (changed: Buffer, what: string) => {
    const found = await verified(changed);
    const first = found.verified === "Faulty" ? lineOf(found.faults[0]) : "whole";
    if (first !== firstChanged(changed)) expect(`${what}: ${first}`).toBe(firstChanged(changed));
  };

  test("that was flipped is named with its line", async () => {
    for (const [at, byte] of whole.entries()) {
      for (const value of [0x0a, byte ^ 0x01, byte ^ 0x20]) {
        if (value === byte) continue;
        const changed = Buffer.from(whole);
        changed[at] = value;
        await demandNamed(changed, `byte ${at} as ${value}`);
      }
    }
  });

  test("that was inserted is named with its line", async () => {
    for (let at = 0; at <= whole.length; at += 1) {
      for (const value of values) {
        const bytes = [whole.subarray(0, at), Buffer.from([value]), whole.subarray(at)];
        await demandNamed(Buffer.concat(bytes), `${value} before byte ${at}`);
      }
    }
  });

  test("that was removed is named with its line", async () => {
    for (let at = 0; at < whole.length; at += 1) {
      const bytes = [whole.subarray(0, at), whole.subarray(at + 1)];
      await demandNamed(Buffer.concat(bytes), `without byte ${at}`);
    }
  });
});

describe("told apart", () => {
  const faultsOf = async (bytes: Buffer | string, known = {}) => {
    const found = await verified(bytes, known);
    return found.verified === "Whole"
      ? "whole"
      : found.faults.map((one) => `${one.fault} ${lineOf(one)}`);
  };
  const without = (...numbers: readonly number[]) =>
    lines.filter((_, at) => !numbers.includes(at + 1)).join("");

  test.each([
    ["a missing newline at the end", whole.subarray(0, -1), ["TornTail 5"]],
    ["the beginning of a next line", `${whole}{"act`, ["TornTail 6"]],
    ["a header without its newline", (lines[0] ?? "").trim(), ["TornTail 1"]],
    [
      "line ends of Windows",
      whole.toString().replaceAll("\n", "\r\n"),
      ["BrokenRecord 1", "BrokenRecord 2", "BrokenRecord 3", "BrokenRecord 4", "BrokenRecord 5"],
    ],
    ["a byte order mark", `\ufeff${whole}`, ["BrokenRecord 1"]],
    ["an empty file", "", ["NotALedger 1"]],
    ["some other file", "position,name\n1,Mơ\n", ["NotALedger 1"]],
    [
      "an empty line within",
      lines.join("\n"),
      ["BrokenRecord 2", "BrokenRecord 4", "BrokenRecord 6", "BrokenRecord 8"],
    ],
    ["a line left out", without(3), ["PositionGap 3"]],
    ["two lines left out, not side by side", without(2, 4), ["PositionGap 2", "PositionGap 3"]],
    ["a line twice", lines.toSpliced(2, 0, lines[2] as string).join(""), ["PositionGap 4"]],
    [
      "a line longer than any record",
      `${lines[0]}${"x".repeat(lineBytesMax + 1)}\n`,
      ["BrokenRecord 2"],
    ],
    [
      "bytes that are no UTF-8",
      Buffer.concat([whole, Buffer.from([0xc3, 0x28, 0x0a])]),
      ["NotUtf8 6"],
    ],
  ])("%s", async (_, bytes, faults) => {
    expect(await faultsOf(bytes)).toEqual(faults);
  });

  test("a record of another chain, sound in itself", async () => {
    const others = linesOf(drafts.toSpliced(1, 1, draftOf("other")));
    expect(await faultsOf(lines.toSpliced(2, 1, others[2] as string).join(""))).toEqual([
      "BrokenChain 4",
    ]);
  });

  test("missing last commits show against a known head only", async () => {
    const hash = recordsOf(drafts).commits[3]?.hash;
    expect(await faultsOf(without(5))).toBe("whole");
    const known = { head: { position: 4, hash } };
    expect(await faultsOf(without(5), known)).toEqual(["PositionBeyondHead 5"]);
    expect(await faultsOf(whole, known)).toBe("whole");
  });

  test("so do those of a torn tail, and none behind other damage", async () => {
    const hash = recordsOf(drafts).commits[3]?.hash;
    const known = { head: { position: 4, hash } };
    const torn = whole.subarray(0, -9);
    expect(await faultsOf(torn, known)).toEqual(["TornTail 5", "PositionBeyondHead 5"]);
    expect(await faultsOf(`${whole}{"act`, known)).toEqual(["TornTail 6"]);
    expect(await faultsOf(`${without(5)}x\n`, known)).toEqual(["BrokenRecord 5"]);
    expect(await faultsOf("", known)).toEqual(["NotALedger 1"]);
  });

  test("another ledger, or one written anew, shows against a known head", async () => {
    const known = { head: { position: 2, hash: "0".repeat(64) } };
    expect(await faultsOf(whole, known)).toEqual(["UnequalPrefix 3"]);
    const first = { head: { position: 0, hash: "0".repeat(64) } };
    expect(await faultsOf(whole, first)).toEqual(["UnequalPrefix 1"]);
  });

  test("at most a hundred faults", async () => {
    expect(await faultsOf(`${lines[0]}${"x\n".repeat(1000)}`)).toHaveLength(100);
  });
});

test("a missing file and a directory reject as faults", async () => {
  await expect(verifyJsonl(path)).rejects.toMatchObject({
    fault: "LedgerMissing",
    facts: { file: path },
  });
  await expect(verifyJsonl(file("."))).rejects.toMatchObject({ fault: "NotALedger" });
});

test("a file of ten gigabytes without a newline is refused without reading it", async () => {
  writeFileSync(path, lines[0] as string);
  truncateSync(path, 10 * 2 ** 30);
  const handle = await open(path);
  const read = vi.spyOn(Object.getPrototypeOf(handle), "read");
  await handle.close();
  expect(await verifyJsonl(path)).toMatchObject({
    faults: [{ fault: "BrokenRecord", position: 1 }],
  });
  expect(read.mock.calls.length).toBeLessThan(20);
  read.mockRestore();
});
