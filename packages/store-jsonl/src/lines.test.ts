import { appendFileSync, writeFileSync } from "node:fs";
import { readBooks } from "@tongket/core";
import { type EventStore, type Head, inMemoryStore } from "@tongket/core/log";
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
