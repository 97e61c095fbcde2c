import { describe, expect, test } from "vitest";
import { sha256 } from "../kernel/sha256.ts";
import { type Commit, type Head, hashedText } from "../log/commit.ts";
import { bytesOf } from "./bytes.ts";
import { projected } from "./projected.ts";
import { Replaying } from "./replaying.ts";
import { soundLines } from "./sound-lines.ts";

const from = {
  position: 0,
  hash: "0".repeat(64),
  recordedAt: "2012-01-01T00:00:00.000Z",
} as Head;

interface Part {
  readonly recordedAt?: string;
  readonly name?: string;
}

/** Records that follow each other, of one event each. */
const textsOf = (parts: readonly Part[], before = from): readonly string[] => {
  let prev = before.hash;
  return parts.map(({ recordedAt = from.recordedAt, name = "Đảng bộ" }, at) => {
    const { text, hash } = hashedText({
      actor: "clerk",
      commandHash: "0".repeat(64),
      commandId: `c${at}`,
      events: [
        {
          data: { name },
          effectiveOn: "2012-01-01",
          tags: [`branch:b${at}`],
          type: "BranchCarriedIn",
          version: 1,
        },
      ],
      position: before.position + at + 1,
      prev,
      recordedAt,
    } as unknown as Commit);
    prev = hash;
    return text;
  });
};
const linesOf = (texts: readonly string[]): Uint8Array =>
  bytesOf(texts.map((text) => `${text}\n`).join(""));
const many = (length: number): readonly Part[] => Array.from({ length }, () => ({}));
const soundOf = (texts: readonly string[], before = Number.POSITIVE_INFINITY) =>
  soundLines(linesOf(texts), from, before);

test.each([0, 1, 2, 15, 3000])("%s records are sound to the last", (length) => {
  const parts = many(length).map((_, at) => ({
    recordedAt: new Date(Date.UTC(2012, 0, 1) + at).toISOString(),
  }));
  const texts = textsOf(parts);
  const hash = texts.at(-1)?.slice(-66, -2) ?? from.hash;
  const recordedAt = parts.at(-1)?.recordedAt ?? from.recordedAt;
  const head = { position: length, hash, recordedAt };
  expect(soundOf(texts)).toEqual({ count: length, head, end: linesOf(texts).length });
});

test("they are where they are looked at behind others", () => {
  const texts = textsOf(many(5));
  const first = soundOf(texts.slice(0, 2));
  const all = soundLines(linesOf(texts.slice(2)), first.head, Number.POSITIVE_INFINITY);
  expect(all.count).toBe(3);
  expect(all.head).toEqual(soundOf(texts).head);
});

describe("it stops", () => {
  const length = 1200;
  const texts = textsOf(many(length));
  /** What the hash of a record is taken over, and the record of it. */
  const bodyOf = (text: string): string => text.replace(/,"hash":"[^"]*"\}$/, "}");
  const sealed = (body: string): string => `${body.slice(0, -1)},"hash":"${sha256(body)}"}`;
  const endOf = (at: number): number => linesOf(texts.slice(0, at)).length;
  const demandStop = (changed: readonly string[], at: number) => {
    const found = soundOf(changed);
    expect([found.count, found.head.position, found.end]).toEqual([at, at, endOf(at)]);
    expect(found.head.hash).toBe(at === 0 ? from.hash : texts[at - 1]?.slice(-66, -2));
  };

  test.each([0, 1, 700, length - 1])("at a record that was changed, the one behind %s", (at) => {
    const text = texts[at] as string;
    for (const changed of [
      text.replace("clerk", "clErk"),
      `${text.slice(0, -10)}${text.at(-10) === "0" ? "1" : "0"}${text.slice(-9)}`,
      text.replace(/"prev":".{64}/, `"prev":"${"1".repeat(64)}`),
      text.replace('"position":', '"position":1'),
      ` ${text}`,
      `${text} `,
      `${text}\r`,
      "",
      "{",
    ]) {
      demandStop(texts.with(at, changed), at);
    }
  });

  test("at one that was left out", () => demandStop(texts.toSpliced(3, 1), 3));

  test("at one whose hash is true, but whose position is another", () => {
    const other = (texts[3] as string).replace('"position":4', '"position":5');
    demandStop(texts.with(3, sealed(bodyOf(other))), 3);
  });

  test("at one whose hash is true, but that follows another", () => {
    const other = (texts[3] as string).replace(/"prev":".{64}/, `"prev":"${"1".repeat(64)}`);
    demandStop(texts.with(3, sealed(bodyOf(other))), 3);
  });

  test.each([
    ["that begins otherwise", "{", "["],
    ["that states no position", '"position"', '"pozition"'],
    ["whose position begins with 0", '"position":4', '"position":04'],
  ])("at one whose hash is true, but %s", (_, before, after) => {
    const text = texts[3] as string;
    expect(sealed(bodyOf(text))).toBe(text);
    demandStop(texts.with(3, sealed(bodyOf(text).replace(before, after))), 3);
  });

  test("at one whose hash is true, but whose instant is no day and time", () => {
    for (let at = 0; at < from.recordedAt.length; at += 1) {
      for (const character of ["x", "/", ":", "Z", " "]) {
        const recordedAt = [...from.recordedAt].with(at, character).join("");
        if (recordedAt === from.recordedAt) continue;
        expect(soundOf(textsOf([{}, { recordedAt }, {}])).count).toBe(1);
      }
    }
  });

  test("at a line without its newline", () => {
    const bytes = linesOf(texts).subarray(0, -1);
    expect(soundLines(bytes, from, Number.POSITIVE_INFINITY).count).toBe(length - 1);
  });

  test("before a position", () => {
    for (const before of [1, 2, 900, length]) {
      const { count, head } = soundOf(texts, before);
      expect([count, head.position]).toEqual([before - 1, before - 1]);
    }
  });

  test("at a line that is longer than it takes", () => {
    expect(soundOf(textsOf([{}, { name: "x".repeat(300_000) }, {}])).count).toBe(1);
  });

  test("where the hash to follow is none", () => {
    for (const hash of ["", "0".repeat(63), "Đ".repeat(64)]) {
      const lines = linesOf(textsOf(many(2), { ...from, hash }));
      expect(soundLines(lines, { ...from, hash }, Number.POSITIVE_INFINITY).count).toBe(0);
    }
  });

  test("at a position that it does not count to", () => {
    const before = { ...from, position: 2 ** 31 - 3 };
    const lines = linesOf(textsOf(many(4), before));
    expect(soundLines(lines, before, Number.POSITIVE_INFINITY).count).toBe(2);
    const behind = { ...from, position: 2 ** 40 };
    const others = linesOf(textsOf(many(2), behind));
    expect(soundLines(others, behind, Number.POSITIVE_INFINITY).count).toBe(0);
  });
});

test("it leaves alone what a reading is at, also where that goes on behind it", () => {
  const parts = many(9).map(() => ({ name: "member" }));
  // The fifth has to be parsed, and is as long.
  const texts = textsOf(parts).map((text, at) =>
    at === 4 ? text.replace("member", "\\u006d") : text,
  );
  // Those behind it stand where the reading's stand, and follow as they do.
  const others = textsOf(parts.map((part, at) => (at > 4 ? { name: "others" } : part)));
  const found: unknown[] = [];
  const counts: number[] = [];
  new Replaying(
    from,
    projected(() => ({ members: ["name"] })),
    ({ data, position }) => {
      found.push([position, data]);
      counts.push(soundOf(others).count);
    },
  ).lines(linesOf(texts));
  expect(found).toEqual(texts.map((_, at) => [at + 1, { name: at === 4 ? "m" : "member" }]));
  // Of one that is parsed, nothing is under way.
  expect(counts).toEqual([0, 0, 0, 0, 9, 0, 0, 0, 0]);
});
