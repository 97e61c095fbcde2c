import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { open } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import {
  aboutAny,
  type EventStore,
  hashedText,
  inMemoryStore,
  LedgerFault,
  type StoredCommit,
} from "@tongket/core/log";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { folderOfTest } from "../test/folder.ts";
import { anyway, draftOf, eventOf, header, linesOf, newYear, recordsOf } from "../test/sample.ts";
import { createJsonlLedger, type JsonlLedger, openJsonlLedger, verifyJsonl } from "./index.ts";
import { LedgerIndex } from "./ledger-index.ts";
import { lineBytesMax } from "./line-blocks.ts";
import { thisProcess } from "./lock-holder.ts";

const file = folderOfTest();
let path: string;
beforeEach(() => {
  path = file("ledger.jsonl");
});
afterEach(() => {
  vi.restoreAllMocks();
});

const drafts = ["a", "b", "c"].map((id) => draftOf(id));
const lines = linesOf(drafts);
const whole = lines.join("");
const written = (bytes: string | Buffer): Promise<JsonlLedger> => {
  writeFileSync(path, bytes);
  return openJsonlLedger(path);
};
const idsIn = async (ledger: EventStore, options = {}): Promise<readonly string[]> => {
  const ids: string[] = [];
  for await (const batch of ledger.read(options))
    ids.push(...batch.map((one) => one.commit.commandId));
  return ids;
};
const linesIn = async (
  ledger: EventStore,
  { position, hash } = { position: 0, hash: ledger.headerHash },
): Promise<void> => {
  const after = { position, hash, recordedAt: header.createdAt };
  for await (const _ of ledger.lines?.({ after }) ?? []);
};
const append = (ledger: EventStore, id: string) => ledger.append(draftOf(id), anyway, newYear);

describe("making a ledger", () => {
  test("writes its first line, and nothing beside it", async () => {
    const ledger = await createJsonlLedger(path, header);
    expect(readFileSync(path, "utf8")).toBe(lines[0]);
    expect(readdirSync(dirname(path))).toEqual(["ledger.jsonl"]);
    expect(ledger).toMatchObject({ header, headerHash: inMemoryStore(header).headerHash });
    expect(await ledger.head()).toEqual({
      position: 0,
      hash: ledger.headerHash,
      recordedAt: newYear,
    });
  });

  test("never touches what stands at the path", async () => {
    writeFileSync(path, "mine");
    mkdirSync(file("folder"));
    const exists = (at: string) => ({ fault: "LedgerExists", facts: { file: at } });
    await expect(createJsonlLedger(path, header)).rejects.toMatchObject(exists(path));
    await expect(createJsonlLedger(file("folder"), header)).rejects.toMatchObject(
      exists(file("folder")),
    );
    expect(readFileSync(path, "utf8")).toBe("mine");
    expect(readdirSync(dirname(path)).toSorted()).toEqual(["folder", "ledger.jsonl"]);
  });

  test("of many at once only one makes it", async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 8 }, () => createJsonlLedger(path, header)),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("in a folder that is not there is a fault of storage", async () => {
    const lost = file("no/ledger.jsonl");
    await expect(createJsonlLedger(lost, header)).rejects.toMatchObject({
      fault: "StorageFailed",
      facts: { file: lost, code: "ENOENT" },
    });
  });
});

describe("what is no ledger", () => {
  test.each([
    ["an empty file", "", { fault: "NotALedger", facts: { line: 1, found: "an empty file" } }],
    [
      "a byte order mark",
      `\ufeff${whole}`,
      { fault: "BrokenRecord", facts: { line: 1, before: "a byte order mark" } },
    ],
    [
      "a byte order mark before something else",
      "\ufeffposition,name\n",
      { fault: "NotALedger", facts: { line: 1, found: "no header of a ledger" } },
    ],
    [
      "an empty line first",
      `\n${whole}`,
      { fault: "NotALedger", facts: { line: 1, found: "no header of a ledger" } },
    ],
    ["some text", "xin chào\n", { fault: "NotALedger", facts: { line: 1 } }],
    ["UTF-16", Buffer.from(whole, "utf16le"), { fault: "NotALedger" }],
    ["a commit first", whole.slice(lines[0]?.length), { fault: "NotALedger" }],
    ["a long first line", "x".repeat(10_000_000), { fault: "NotALedger" }],
    [
      "a damaged header",
      whole.replace("sample", "simple"),
      { fault: "BrokenRecord", facts: { line: 1 } },
    ],
    [
      "a header of a later format",
      whole.replace('"tongket":1', '"tongket":2'),
      { fault: "BrokenRecord", facts: { line: 1 } },
    ],
    [
      "a header without its newline",
      (lines[0] ?? "").trim(),
      { fault: "TornTail", facts: { line: 1 } },
    ],
  ])("%s", async (_, bytes, fault) => {
    await expect(written(bytes)).rejects.toBeInstanceOf(LedgerFault);
    await expect(written(bytes)).rejects.toMatchObject(fault);
    await expect(written(bytes)).rejects.toMatchObject({ facts: { file: path } });
  });

  test("a missing file, a file as folder, a folder, a device", async () => {
    await expect(openJsonlLedger(path)).rejects.toMatchObject({
      fault: "LedgerMissing",
      facts: { file: path },
    });
    writeFileSync(file("plain"), "");
    await expect(openJsonlLedger(file("plain/ledger"))).rejects.toMatchObject({
      fault: "LedgerMissing",
    });
    mkdirSync(path);
    await expect(openJsonlLedger(path)).rejects.toMatchObject({
      fault: "NotALedger",
      facts: { found: "a directory" },
    });
    if (process.platform === "win32") return;
    await expect(openJsonlLedger("/dev/null")).rejects.toMatchObject({
      fault: "NotALedger",
      facts: { found: "no regular file" },
    });
  });
});

describe("a torn tail", () => {
  const last = lines[3] ?? "";
  const before = whole.length - last.length;

  test("of any length is told, read over, and cut by the next append", async () => {
    for (let bytes = 1; bytes < last.length; bytes += 1) {
      const ledger = await written(whole.slice(0, before + bytes));
      const tail = bytes === last.length - 1 ? { bytes, unended: 3 } : { bytes };
      expect(await ledger.tornTail()).toEqual({ line: 4, ...tail });
      expect(await ledger.head()).toMatchObject({ position: 2 });
      expect(await idsIn(ledger)).toEqual(["a", "b"]);
      expect(await idsIn(ledger, { backwards: true })).toEqual(["b", "a"]);
      expect(await ledger.find("c")).toBeUndefined();
      if (bytes % 20 !== 1 || bytes === last.length - 1) continue;
      expect(statSync(path).size).toBe(before + bytes);
      expect(await append(ledger, "d")).toMatchObject({ stored: { commit: { position: 3 } } });
      expect(await ledger.tornTail()).toBeUndefined();
      expect(await verifyJsonl(path)).toMatchObject({ verified: "Whole", commits: 3 });
    }
  });

  test("that lacks its newline only is a whole record, and gets it", async () => {
    const ledger = await written(whole.slice(0, -1));
    const tail = { bytes: last.length - 1, unended: 3 };
    expect(await ledger.tornTail()).toEqual({ line: 4, ...tail });
    expect(await verifyJsonl(path)).toMatchObject({ faults: [{ fault: "TornTail", facts: tail }] });
    expect(await append(ledger, "c")).toMatchObject({ append: "CommandKnown" });
    expect(readFileSync(path, "utf8")).toBe(whole);
  });

  test("of a living writer is none yet, of a dead one it is", async () => {
    const ledger = await written(`${whole}{"actor`);
    const holder = thisProcess("0123456789abcdef");
    writeFileSync(`${path}.lock`, JSON.stringify(holder));
    expect(await ledger.tornTail()).toBeUndefined();
    expect(await verifyJsonl(path)).toMatchObject({ verified: "Whole", commits: 3 });
    writeFileSync(`${path}.lock`, JSON.stringify({ ...holder, pid: 2 ** 22 + 1 }));
    expect(await ledger.tornTail()).toEqual({ line: 5, bytes: 7 });
    expect(await verifyJsonl(path)).toMatchObject({ faults: [{ fault: "TornTail", position: 4 }] });
  });

  test("is cut before records are copied", async () => {
    const { commits } = recordsOf(drafts);
    const ledger = await written(whole.slice(0, -9));
    const { position: after, hash: prev } = await ledger.head();
    await ledger.appendVerbatim([commits[2]?.text ?? ""], { after, prev });
    expect(readFileSync(path, "utf8")).toBe(whole);
  });
});

describe("a damaged ledger", () => {
  const demandFault = async (bytes: string | Buffer, fault: object) => {
    for (const use of [
      (ledger: JsonlLedger) => idsIn(ledger),
      (ledger: JsonlLedger) => idsIn(ledger, { backwards: true }),
      (ledger: JsonlLedger) => linesIn(ledger),
      (ledger: JsonlLedger) => ledger.find("a"),
      (ledger: JsonlLedger) => append(ledger, "d"),
    ]) {
      const ledger = await written(bytes);
      await expect(use(ledger)).rejects.toMatchObject({ ...fault });
      expect(readFileSync(path)).toEqual(Buffer.from(bytes));
    }
  };

  test("is told with its line by every reading and by an append, and stays as it is", async () => {
    const facts = { file: path, line: 3 };
    await demandFault(whole.replace('"b"', '"x"'), { fault: "BrokenRecord", facts });
    await demandFault(lines.toSpliced(2, 1, "\n").join(""), { fault: "BrokenRecord", facts });
    const latin1 = Buffer.from(whole);
    latin1[latin1.indexOf('"b"') + 1] = 0xe9;
    await demandFault(latin1, { fault: "NotUtf8", facts });
    await demandFault(lines.toSpliced(2, 1).join(""), { fault: "PositionGap" });
    const other = linesOf(drafts.toSpliced(1, 1, draftOf("x")));
    await demandFault(lines.toSpliced(2, 1, other[2] ?? "").join(""), { fault: "BrokenChain" });
    const long = lines.toSpliced(2, 0, `${"x".repeat(lineBytesMax)}\n`);
    await demandFault(long.join(""), { fault: "BrokenRecord", facts });
  });

  test("whose whole last line is untrue is not torn: nothing is cut", async () => {
    const bytes = whole.replace('"c"', '"x"');
    const facts = { file: path, line: 4 };
    await demandFault(bytes, { fault: "BrokenRecord", facts });
    await expect((await written(bytes)).head()).rejects.toMatchObject({
      fault: "BrokenRecord",
      facts,
    });
  });

  test("in which lines are missing before the position asked for is a fault", async () => {
    const ledger = await written(lines.toSpliced(2, 1).join(""));
    const facts = { file: path, line: 3, expected: 2, found: 3 };
    const fault = { fault: "PositionGap", facts };
    await expect(idsIn(ledger, { after: 2 })).rejects.toMatchObject(fault);
  });

  test("in which lines stand in another order before it as well", async () => {
    const [first = "", ...rest] = lines;
    const ledger = await written([first, ...rest.toReversed()].join(""));
    const facts = { file: path, line: 4, expected: 3, found: 1 };
    const fault = { fault: "PositionGap", facts };
    await expect(idsIn(ledger, { after: 3 })).rejects.toMatchObject(fault);
  });

  test("that lacks lines far before is told with the line of what else is damaged", async () => {
    const long = linesOf(Array.from({ length: 400 }, (_, at) => draftOf(`c${at}`)));
    const damaged = long.with(390, "{}\n").toSpliced(7, 1);
    const ledger = await written(damaged.join(""));
    const fault = { fault: "BrokenRecord", facts: { file: path, line: 390 } };
    await expect(idsIn(ledger, { after: 380 })).rejects.toMatchObject(fault);
    const { hash } = JSON.parse(long[380] ?? "");
    await expect(linesIn(ledger, { position: 380, hash })).rejects.toMatchObject(fault);
  });

  test("gives all before the damage first", async () => {
    const ledger = await written(whole.replace('"c"', '"x"'));
    const seen: number[] = [];
    const reading = async () => {
      for await (const batch of ledger.read())
        seen.push(...batch.map(({ commit }) => commit.position));
    };
    await expect(reading()).rejects.toMatchObject({ fault: "BrokenRecord" });
    expect(seen).toEqual([1, 2]);
  });

  test("with a tail of megabytes without a newline is not torn either", async () => {
    const ledger = await written(whole + "x".repeat(lineBytesMax + 1));
    const fault = { fault: "BrokenRecord", facts: { file: path, line: 5 } };
    await expect(idsIn(ledger)).rejects.toMatchObject(fault);
    await expect(append(ledger, "d")).rejects.toMatchObject(fault);
    expect(statSync(path).size).toBe(whole.length + lineBytesMax + 1);
  });
});

describe("a file that changes under an open ledger", () => {
  const known = async () => {
    const ledger = await written(whole);
    await ledger.find("a");
    return ledger;
  };
  const broken = { fault: "BrokenChain" };

  test("and lost what was known is a fault", async () => {
    const ledger = await known();
    truncateSync(path, whole.length - 10);
    await expect(ledger.head()).rejects.toMatchObject({
      ...broken,
      facts: { file: path, line: 4 },
    });
    await expect(append(ledger, "d")).rejects.toMatchObject(broken);
    truncateSync(path, 5);
    await expect(idsIn(ledger)).rejects.toMatchObject({ ...broken, facts: { line: 1 } });
    await expect(idsIn(await written(whole))).resolves.toHaveLength(3);
  });

  test("by hand, in its last line, is a fault to the next append", async () => {
    const ledger = await known();
    writeFileSync(path, whole.replace('"c"', '"x"'));
    await expect(append(ledger, "d")).rejects.toMatchObject(broken);
  });

  test("for a copy goes on, for another ledger is a fault, for none is missing", async () => {
    const ledger = await known();
    const longer = linesOf([...drafts, draftOf("d")]).join("");
    writeFileSync(file("copy"), longer);
    renameSync(file("copy"), path);
    expect(await ledger.find("d")).toMatchObject({ commit: { position: 4 } });
    writeFileSync(
      file("other"),
      linesOf(["a", "b", "x", "d", "e"].map((id) => draftOf(id))).join(""),
    );
    renameSync(file("other"), path);
    await expect(ledger.find("e")).rejects.toMatchObject(broken);
    renameSync(path, file("away"));
    await expect(ledger.head()).rejects.toMatchObject({
      fault: "LedgerMissing",
      facts: { file: path },
    });
    await expect(append(ledger, "e")).rejects.toMatchObject({ fault: "LedgerMissing" });
    await expect(idsIn(ledger)).rejects.toMatchObject({ fault: "LedgerMissing" });
  });
});

describe("a write that fails", () => {
  test("leaves the file as it was", async () => {
    const ledger = await written(whole);
    const handle = await open(path);
    const failure = Object.assign(new Error("EIO: i/o error, fdatasync"), {
      errno: -5,
      code: "EIO",
      syscall: "fdatasync",
    });
    vi.spyOn(Object.getPrototypeOf(handle), "datasync").mockRejectedValueOnce(failure);
    await handle.close();
    await expect(append(ledger, "d")).rejects.toMatchObject({
      fault: "StorageFailed",
      facts: { file: path, code: "EIO", syscall: "fdatasync" },
      cause: failure,
    });
    expect(readFileSync(path, "utf8")).toBe(whole);
    expect(await append(ledger, "d")).toMatchObject({ append: "Appended" });
    expect(readdirSync(dirname(path))).toEqual(["ledger.jsonl"]);
  });

  test.runIf(process.platform === "linux")("for want of room leaves whole lines only", async () => {
    await createJsonlLedger(path, header);
    const script = fileURLToPath(new URL("../test/appender.ts", import.meta.url));
    const node = `"${process.execPath}" --conditions=source`;
    const command = `ulimit -f 8; exec ${node} "${script}" "${path}" 99`;
    const told = execFileSync("sh", ["-c", command], { encoding: "utf8" });
    expect(JSON.parse(told)).toMatchObject({ fault: "StorageFailed", facts: { code: "EFBIG" } });
    const ledger = await openJsonlLedger(path);
    expect(await ledger.tornTail()).toBeUndefined();
    expect((await ledger.head()).position).toBeGreaterThan(3);
    expect(await verifyJsonl(path)).toMatchObject({ verified: "Whole" });
  });
});

test("what another process wrote is on disk for good before it is told as known", async () => {
  const ledger = await written(whole);
  const handle = await open(path);
  const flush = vi.spyOn(Object.getPrototypeOf(handle), "datasync");
  await handle.close();
  await ledger.find("b");
  expect(flush).toHaveBeenCalledTimes(1);
  await ledger.find("c");
  expect(await append(ledger, "c")).toMatchObject({ append: "CommandKnown" });
  expect(flush).toHaveBeenCalledTimes(1);
  await append(ledger, "d");
  await ledger.find("d");
  expect(flush).toHaveBeenCalledTimes(2);
});

describe("lines of every length", () => {
  const sizes = [1, 300_000, 10, 700_000, 900_000, 2, 520_000, 3, 880_000, 5, 64_000, 65_536, 7];
  const long = sizes.map((size, at) =>
    draftOf(`c${at}`, [
      eventOf({ tags: [`branch:b${at % 3}`], data: { text: "ễ".repeat(size / 3) } }),
    ]),
  );
  const texts = linesOf(long);

  test("are read from both ends and by query as from memory, and verify", async () => {
    const memory = inMemoryStore(header);
    for (const draft of long) await memory.append(draft, anyway, newYear);
    for (const use of ["unindexed", "indexed"]) {
      const ledger = await written(texts.join(""));
      if (use === "indexed") await ledger.find("c0");
      for (const backwards of [false, true]) {
        for (let after = 0; after <= sizes.length; after += 1) {
          for (const limit of [1, 3, 99]) {
            const options = { after, limit, backwards };
            expect(await idsIn(ledger, options)).toEqual(await idsIn(memory, options));
          }
        }
        const query = aboutAny(eventOf({ tags: ["branch:b1", "branch:b2"] }).tags);
        expect(await idsIn(ledger, { query, backwards })).toEqual(
          await idsIn(memory, { query, backwards }),
        );
      }
      expect(await ledger.head()).toEqual(await memory.head());
    }
    expect(await verifyJsonl(path)).toMatchObject({ verified: "Whole", commits: sizes.length });
  });

  test("but none longer than every store takes", async () => {
    const ledger = await createJsonlLedger(path, header);
    const huge = draftOf("huge", [eventOf({ data: { text: "x".repeat(900 * 1024) } })]);
    await expect(ledger.append(huge, anyway, newYear)).rejects.toThrow(RangeError);
    const { commits } = recordsOf([huge]);
    const copied = ledger.appendVerbatim([commits[0]?.text ?? ""], {
      after: 0,
      prev: ledger.headerHash,
    });
    await expect(copied).rejects.toMatchObject({ fault: "BrokenRecord", facts: { position: 1 } });
    expect(readFileSync(path, "utf8")).toBe(lines[0]);
  });
});

test("no text is copied that would not be read back", async () => {
  const ledger = await createJsonlLedger(path, header);
  const copy = (record: object, change: (text: string) => string) => {
    const { text } = hashedText(record);
    const body = change(`${text.slice(0, -75)}}`);
    const hash = createHash("sha256").update(body).digest("hex");
    const onto = { after: 0, prev: ledger.headerHash };
    return ledger.appendVerbatim([`${body.slice(0, -1)},"hash":"${hash}"}`], onto);
  };
  const [{ commit }] = recordsOf(drafts).commits as [StoredCommit];
  const broken = { fault: "BrokenRecord", facts: { position: 1 } };
  await expect(copy(commit, (text) => text.replace(",", ",\n"))).rejects.toMatchObject(broken);
  await expect(copy({ ...commit, zeal: 1 }, (text) => text)).rejects.toMatchObject(broken);
  await expect(copy({ ...commit, recordedAt: "2012" }, (text) => text)).rejects.toMatchObject(
    broken,
  );
  expect(readFileSync(path, "utf8")).toBe(lines[0]);
  expect(await copy(commit, (text) => text)).toMatchObject({ position: 1 });
});

test("reading forwards builds no index, finding does", async () => {
  const ledger = await written(whole);
  const add = vi.spyOn(LedgerIndex.prototype, "add");
  expect(await idsIn(ledger, { after: 1 })).toEqual(["b", "c"]);
  await ledger.head();
  expect(add).not.toHaveBeenCalled();
  await ledger.find("b");
  expect(add).toHaveBeenCalledTimes(3);
});

describe("a closed ledger", () => {
  test("rejects every call", async () => {
    const ledger = await written(whole);
    await ledger.close();
    const closed = /was closed/;
    await expect(ledger.head()).rejects.toThrow(closed);
    await expect(ledger.find("a")).rejects.toThrow(closed);
    await expect(append(ledger, "d")).rejects.toThrow(closed);
    await expect(idsIn(ledger)).rejects.toThrow(closed);
    await expect(ledger.appendVerbatim([], { after: 3, prev: "" })).rejects.toThrow(closed);
    expect(() => ledger.subscribe({ after: 0 })).toThrow(closed);
    await ledger.close();
  });

  test("has done the appends it was asked for before", async () => {
    const ledger = await written(whole);
    const asked = ["d", "e", "f"].map((id) => append(ledger, id));
    await ledger.close();
    expect((await verifyJsonl(path)) as object).toMatchObject({ commits: 6 });
    expect(await Promise.all(asked)).toMatchObject([{ append: "Appended" }, {}, {}]);
  });
});
