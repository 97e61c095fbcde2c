import { hash } from "node:crypto";
import { type EventStore, hashedText } from "@tongket/core/log";
import { wantedByBooks } from "@tongket/core/projections";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { historyOf } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";
import { waysAgree } from "./ways-agree.ts";

const histories = lawfulHistory({ stepsMax: 100 });

const linesOf = (texts: readonly string[], written: BufferEncoding = "utf8"): Buffer =>
  Buffer.from(texts.map((text) => `${text}\n`).join(""), written);
const headerOf = ({ header, headerHash: hash }: EventStore) => ({
  position: 0,
  hash,
  recordedAt: header.createdAt,
});

test("of any history", () =>
  inThousandRuns(histories, async (plan) => {
    const { store, commits } = await historyOf(plan);
    expect(waysAgree(linesOf(commits.map(({ text }) => text)), headerOf(store))).toBe("read");
  }));

describe("of a log that is mutilated", () => {
  const anywhere = fc.nat();
  const byte = fc.nat({ max: 255 });
  const few = fc.nat({ max: 40 });

  test("by another byte", () =>
    inThousandRuns(fc.tuple(histories, anywhere, byte), async ([plan, at, other]) => {
      const { store, commits } = await historyOf(plan);
      const bytes = linesOf(commits.map(({ text }) => text));
      bytes[at % bytes.length] = other;
      waysAgree(bytes, headerOf(store));
    }));

  test("by bytes that are gone", () =>
    inThousandRuns(fc.tuple(histories, anywhere, few), async ([plan, at, gone]) => {
      const { store, commits } = await historyOf(plan);
      const bytes = linesOf(commits.map(({ text }) => text));
      const from = at % Math.max(1, bytes.length);
      const rest = [bytes.subarray(0, from), bytes.subarray(from + gone)];
      waysAgree(Buffer.concat(rest), headerOf(store));
    }));

  test("by another byte, and sealed anew", () =>
    inThousandRuns(fc.tuple(histories, anywhere, byte), async ([plan, at, other]) => {
      const { store, commits } = await historyOf(plan);
      const texts = commits.map(({ text }) => text);
      const mutilated = linesOf(texts);
      mutilated[at % mutilated.length] = other;
      waysAgree(linesOf(sealedAnew(mutilated, store.headerHash)), headerOf(store));
    }));

  test("by another byte, and sealed as it stands", () =>
    inThousandRuns(fc.tuple(histories, anywhere, byte), async ([plan, at, other]) => {
      const { store, commits } = await historyOf(plan);
      const bytes = linesOf(commits.map(({ text }) => text));
      bytes[at % bytes.length] = other;
      waysAgree(hashedAnew(bytes, store.headerHash), headerOf(store));
    }));

  /** Lines in which each record has the hash of the one before and its own, over its bytes. */
  const hashedAnew = (lines: Buffer, from: string): Buffer => {
    let prev = from;
    return linesOf(
      lines
        .toString("latin1")
        .split("\n")
        .slice(0, -1)
        .map((line) => {
          const body = line
            .replace(/,"prev":"[^"]*"/, `,"prev":"${prev}"`)
            .replace(/,"hash":"[^"]*"\}$/, "}");
          prev = hash("sha256", Buffer.from(body, "latin1"), "hex");
          return `${body.slice(0, -1)},"hash":"${prev}"}`;
        }),
      "latin1",
    );
  };

  /** The records of lines, each with the hash of the one before and its own. */
  const sealedAnew = (lines: Buffer, from: string): readonly string[] => {
    let prev = from;
    return String(lines)
      .split("\n")
      .flatMap((line) => {
        try {
          const { hash: _, ...record } = JSON.parse(line) as Record<string, unknown>;
          const { text, hash } = hashedText({ ...record, prev });
          prev = hash;
          return [text];
        } catch {
          return [];
        }
      });
  };
});

test.each([
  ["member", "branch"],
  ["meeting that is told of its own", "title"],
])("a reading that wants too little of a %s breaks it", async (_, left) => {
  const found = failsWithinThousandRuns(histories, async (plan) => {
    const { store, commits } = await historyOf(plan);
    waysAgree(linesOf(commits.map(({ text }) => text)), headerOf(store), (type) => {
      const wanted = wantedByBooks(type);
      if (typeof wanted === "string") return wanted;
      const [members = [], wholeWith = []] = [wanted.members, wanted.wholeWith];
      const without = (names: readonly string[]) => names.filter((name) => name !== left);
      return { members: without(members), wholeWith: without(wholeWith) };
    });
  });
  expect(await found).toBe(true);
});
