import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { commitAfter, type Head, headOf } from "../log/commit.ts";
import { keepBooks, wantedByBooks } from "../projections/books.ts";
import { projected } from "./projected.ts";
import { Replaying } from "./replaying.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

test("what is kept of a ledger keeps none of its lines in memory", () => {
  let head = { position: 0, hash: "0".repeat(64), recordedAt: "2012-01-01T00:00:00.000Z" } as Head;
  const begin = head;
  const linesOf = (block: number): Uint8Array => {
    const texts = Array.from({ length: 100 }, (_, at) => {
      const data = at === 0 ? { branch: "b", name: "x" } : { branch: "b", kind: "k", meeting: "m" };
      const type = at === 0 ? "BranchRenamed" : "MeetingHeld";
      const event = { type, version: 1, effectiveOn: "2012-01-01", tags: ["branch:b"], data };
      const id = `${block}-${at}`;
      const now = new Date(Date.UTC(2012, 0, 1) + 1000 * head.position).toISOString();
      const draft = { actor: "c", commandHash: "0".repeat(64), commandId: id, events: [event] };
      const stored = commitAfter(head, draft as never, now as never);
      head = headOf(stored);
      return `${stored.text}\n`;
    });
    return Buffer.from(texts.join(""));
  };
  const books = keepBooks();
  const replaying = new Replaying(begin, projected(wantedByBooks), books.take);
  collect();
  const before = process.memoryUsage().heapUsed;
  let read = 0;
  for (let block = 0; block < 400; block += 1) {
    const lines = linesOf(block);
    read += lines.length;
    replaying.lines(lines);
  }
  collect();
  const kept = process.memoryUsage().heapUsed - before;
  expect(books.close().facts).toHaveLength(400);
  expect(kept).toBeLessThan(read / 4);
});
