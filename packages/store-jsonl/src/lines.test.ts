import { appendFileSync, writeFileSync } from "node:fs";
import { readBooks } from "@tongket/core";
import {
  commitAfter,
  type EventStore,
  type Head,
  hashOfBytes,
  headOf,
  inMemoryStore,
  type StoredCommit,
} from "@tongket/core/log";
import { expect, test } from "vitest";
import { folderOfTest } from "../test/folder.ts";
import { draftOf, eventOf, header, recordsOf } from "../test/sample.ts";
import { openJsonlLedger } from "./index.ts";

const file = folderOfTest();
const trained = eventOf({
  type: "TrainingCompleted",
  data: { branch: "b1", course: "awareness", person: "Đ", year: 2012 },
});
const { first, commits } = recordsOf(
  Array.from({ length: 900 }, (_, at) => draftOf(`c${at}`, [trained])),
);
const texts = commits.map(({ text }) => text);

const written = async () => {
  const path = file("lines.jsonl");
  writeFileSync(path, `${[first, ...texts].join("\n")}\n`);
  return { path, ledger: await openJsonlLedger(path) };
};
const beginOf = ({ headerHash: hash }: EventStore): Head => ({
  position: 0,
  hash,
  recordedAt: header.createdAt,
});
const linesIn = async (ledger: EventStore, after = beginOf(ledger)) => {
  const found: string[] = [];
  for await (const lines of ledger.lines?.({ after }) ?? []) found.push(String(lines));
  return found;
};

test("records come as they are kept, in more than one text of whole lines", async () => {
  const { path, ledger } = await written();
  appendFileSync(path, '{"actor":"torn');
  const found = await linesIn(ledger);
  expect(found.length).toBeGreaterThan(1);
  expect(found.every((lines) => lines.endsWith("\n"))).toBe(true);
  expect(found.join("")).toBe(`${texts.join("\n")}\n`);
});

test("behind a record come those that follow it, held to it", async () => {
  const { ledger } = await written();
  const { commit, hash } = commits[699] as (typeof commits)[number];
  const after = { position: 700, hash, recordedAt: commit.recordedAt };
  expect((await linesIn(ledger, after)).join("")).toBe(`${texts.slice(700).join("\n")}\n`);
  const other = { ...after, hash: "1".repeat(64) };
  await expect(linesIn(ledger, other)).rejects.toMatchObject({ fault: "BrokenChain" });
});

test("a reading that ends at a record gives none behind it", async () => {
  const { ledger } = await written();
  for (const to of [0, 1, 450, 899, 900, 901]) {
    const found: string[] = [];
    for await (const lines of ledger.lines?.({ after: beginOf(ledger), to }) ?? []) {
      found.push(String(lines));
    }
    expect(found.join("")).toBe(
      texts
        .slice(0, to)
        .map((text) => `${text}\n`)
        .join(""),
    );
  }
});

test("the record behind the one that a reading ends at has to follow it", async () => {
  const { path, ledger } = await written();
  const { position: to } = await ledger.head();
  const readTo = async (): Promise<number> => {
    let bytes = 0;
    const asked = { after: beginOf(ledger), to };
    for await (const lines of ledger.lines(asked)) bytes += lines.length;
    return bytes;
  };
  const whole = await readTo();
  const last = commits.at(-1) as StoredCommit;
  appendFileSync(path, `${commitAfter(headOf(last), draftOf("next"), header.createdAt).text}\n`);
  expect(await readTo()).toBe(whole);
  writeFileSync(path, `${[first, ...texts, last.text].join("\n")}\n`);
  await expect(readTo()).rejects.toMatchObject({ fault: "PositionGap" });
});

test("a record that is no UTF-8 is told, though it is true of its hash", async () => {
  const path = file("bytes.jsonl");
  const bytes = Buffer.from(texts[0] ?? "");
  bytes[bytes.indexOf("Đ") + 1] = 0x20;
  const hash = hashOfBytes(bytes, 0, bytes.length);
  bytes.write(hash, bytes.length - '"}'.length - hash.length);
  writeFileSync(path, Buffer.concat([Buffer.from(`${first}\n`), bytes, Buffer.from("\n")]));
  await expect(linesIn(await openJsonlLedger(path))).rejects.toMatchObject({ fault: "NotUtf8" });
});

test("where a record was read is not believed of another file", async () => {
  const { path, ledger } = await written();
  const readAt = async (position: number) => {
    for await (const [found] of ledger.read({ after: position - 1, limit: 1 })) return found;
    return undefined;
  };
  expect(await readAt(700)).toMatchObject({ commit: { position: 700 } });
  const others = recordsOf(Array.from({ length: 900 }, (_, at) => draftOf(`other-${at}`)));
  const lines = [others.first, ...others.commits.map(({ text }) => text)];
  writeFileSync(path, `${lines.join("\n")}\n`);
  const { commit, hash } = others.commits[699] as (typeof commits)[number];
  const after = { position: 700, hash, recordedAt: commit.recordedAt };
  expect((await linesIn(ledger, after)).join("")).toBe(`${lines.slice(701).join("\n")}\n`);
});

test("any record is found by its position, whatever their lengths", async () => {
  const path = file("lengths.jsonl");
  const long = (at: number) => (at % 97 === 0 ? 300_000 : at % 31 === 0 ? 20_000 : at % 7);
  const drafts = Array.from({ length: 400 }, (_, at) =>
    draftOf(`c${at}`, [eventOf({ data: { text: "x".repeat(long(at)) } })]),
  );
  const records = recordsOf(drafts);
  const lines = [records.first, ...records.commits.map(({ text }) => text)];
  writeFileSync(path, `${lines.join("\n")}\n`);
  const ledger = await openJsonlLedger(path);
  for (let after = 0; after < 400; after += 1) {
    for await (const [first] of ledger.read({ after, limit: 1 })) {
      expect(first?.commit.position).toBe(after + 1);
    }
  }
  for await (const batch of ledger.read({ after: 400 })) expect(batch).toEqual([]);
});

test("books read from lines are those read from commits", async () => {
  const { ledger } = await written();
  const other = inMemoryStore(header);
  await other.appendVerbatim(texts, { after: 0, prev: other.headerHash });
  expect(other.lines).toBeUndefined();
  const books = await readBooks(ledger);
  expect(books).toEqual(await readBooks(other));
  expect(books.tally.subjects.get("b1" as never)?.get(2012)).toEqual(
    new Map([["trained awareness", new Map([["Đ", 900]])]]),
  );
});
