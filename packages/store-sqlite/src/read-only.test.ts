import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { EventStore, LedgerHeader } from "@tongket/core/log";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createSqliteLedger, openSqliteLedger } from "./index.ts";

let folder: string;
let file: string;
let store: EventStore;
let reader: ChildProcess | undefined;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "tongket-read-only-"));
  file = join(folder, "l.db");
  const header = { createdAt: now, ledger: "l", regime: "vn-party", tongket: 1 } as LedgerHeader;
  store = await createSqliteLedger(file, header);
  await append("c1");
  chmodSync(folder, 0o555);
  chmodSync(file, 0o444);
});
afterEach(async () => {
  reader?.kill();
  reader = undefined;
  chmodSync(folder, 0o755);
  await store.close();
  rmSync(folder, { recursive: true });
});

const now = "2012-01-01T00:00:00.000Z" as const;
const append = (commandId: string) => {
  const event = { type: "Noted", version: 1, effectiveOn: "2012-01-01", tags: [], data: {} };
  const draft = { actor: "an", commandHash: "", commandId, events: [event as never] };
  return store.append(draft, { failIfMatch: { items: [] }, after: 0 }, now as never);
};

const source = JSON.stringify(join(import.meta.dirname, "index.ts"));
/** Opens the ledger as another user, and answers what the calls gave or rejected with. */
const program = `
  import { openSqliteLedger, verifySqlite } from ${source};
  const [file] = process.argv.slice(1);
  const told = async (work) => {
    try {
      return await work();
    } catch (error) {
      return error.fault ?? String(error);
    }
  };
  let store;
  const event = { type: "Noted", version: 1, effectiveOn: "2012-01-01", tags: [], data: {} };
  const draft = { actor: "an", commandHash: "", commandId: "x", events: [event] };
  const asked = {
    open: async () => {
      store = await openSqliteLedger(file);
      return "open";
    },
    read: async () => {
      let count = 0;
      for await (const batch of store.read()) count += batch.length;
      return count;
    },
    append: () => store.append(draft, { failIfMatch: { items: [] }, after: 0 }, "${now}"),
    verify: async () => (await verifySqlite(file)).verified,
    close: () => store.close(),
  };
  process.on("message", async (name) => process.send({ told: await told(asked[name]) }));
  process.send?.("ready");
`;
const other = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const nodeArgs = ["--conditions=source", "--input-type=module", "-e"];
const mayRun = spawnSync(process.execPath, [...nodeArgs, program, "none"], other).status === 0;

/** Another user, who asks for one thing after another. */
const auditor = async (of = file) => {
  reader = spawn(process.execPath, [...nodeArgs, program, of], {
    ...other,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  await once(reader, "message");
  return async (...names: readonly string[]): Promise<readonly unknown[]> => {
    const answers: unknown[] = [];
    for (const name of names) {
      reader?.send(name);
      const [{ told }] = (await once(reader as ChildProcess, "message")) as [{ told?: unknown }];
      answers.push(told);
    }
    return answers;
  };
};

/** As a program leaves its files that is killed. */
const leftBehind = (...ends: readonly string[]): string => {
  chmodSync(folder, 0o755);
  const place = join(folder, "copy");
  mkdirSync(place);
  for (const end of ends) cpSync(`${file}${end}`, join(place, `l.db${end}`));
  chmodSync(place, 0o555);
  return join(place, "l.db");
};

describe.skipIf(!mayRun)("a ledger that may not be written", () => {
  const everything = ["open", "read", "append", "read", "verify", "close"];
  const answers = ["open", 1, "StorageDenied", 1, "Whole", undefined];

  test("is read, and an append is denied, where nobody has it open", async () => {
    await store.close();
    const ask = await auditor();
    expect(await ask(...everything)).toEqual(answers);
    expect(readdirSync(folder)).toEqual(["l.db"]);
  });

  test("is read by a link from elsewhere", async () => {
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, "elsewhere"), 0o777);
    const link = join(folder, "elsewhere", "link.db");
    symlinkSync(file, link);
    expect(await (await auditor(link))(...everything)).toEqual(answers);
  });

  test("is followed while another user writes", async () => {
    const ask = await auditor();
    expect(await ask("open", "read")).toEqual(["open", 1]);
    await append("c2");
    expect(await ask("read", "verify", "close")).toEqual([2, "Whole", undefined]);
  });

  test.each([
    ["with the index of its log", ["", "-wal", "-shm"]],
    ["without the index of its log", ["", "-wal"]],
  ])("is read whole as a killed program leaves it, %s", async (_, ends) => {
    const copy = leftBehind(...ends);
    const before = readdirSync(join(copy, ".."));
    expect(await (await auditor(copy))(...everything)).toEqual(answers);
    expect(readdirSync(join(copy, ".."))).toEqual(before);
  });

  test("is not read where what was cut off in the middle of it is to be taken back", async () => {
    await store.close();
    chmodSync(folder, 0o755);
    chmodSync(file, 0o644);
    const killed = new DatabaseSync(file);
    killed.exec("PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN");
    killed.exec("UPDATE record SET text = hex(zeroblob(100000))");
    const copy = leftBehind("", "-journal");
    killed.close();
    expect(await (await auditor(copy))("open", "verify")).toEqual([
      "StorageDenied",
      "StorageDenied",
    ]);
  });

  test("is not read on without a lock when another user begins to write", async () => {
    await store.close();
    const ask = await auditor();
    expect(await ask("open", "read")).toEqual(["open", 1]);
    chmodSync(folder, 0o755);
    chmodSync(file, 0o644);
    store = await openSqliteLedger(file);
    await append("c2");
    expect(await ask("read", "verify")).toEqual(["LedgerLocked", "Whole"]);
    expect(await ask("close", "open", "read")).toEqual([undefined, "open", 2]);
  });

  test("is denied where it may not be read either", async () => {
    await store.close();
    chmodSync(file, 0o000);
    expect(await (await auditor())("open", "verify")).toEqual(["StorageDenied", "StorageDenied"]);
  });

  test("is denied to a writer also where only its folder may not be written", async () => {
    await store.close();
    chmodSync(file, 0o666);
    expect(await (await auditor())(...everything)).toEqual(answers);
  });

  test("is read and left alone where its folder may be written", async () => {
    await store.close();
    chmodSync(folder, 0o777);
    expect(await (await auditor())(...everything)).toEqual(answers);
    expect(readdirSync(folder)).toEqual(["l.db"]);
  });
});
