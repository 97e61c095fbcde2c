import fc from "fast-check";
import { expect, test } from "vitest";
import { lineBytesMax, readInput } from "./input-lines.ts";
import type { Io } from "./io.ts";

const read = (chunks: readonly Uint8Array[]) => {
  const stdin = (async function* () {
    yield* chunks;
  })();
  return readInput(ioOf(stdin), "-");
};

const ioOf = (stdin: AsyncIterable<Uint8Array>): Io =>
  ({ stdin, ending: new AbortController().signal }) as unknown as Io;

/** Bytes cut at any places, also inside a character. */
const chunked = fc
  .tuple(fc.string({ unit: "binary" }), fc.array(fc.nat({ max: 40 }), { maxLength: 20 }))
  .map(([text, sizes]) => {
    const bytes = Buffer.from(text.toWellFormed().replaceAll("\u{feff}", "\n"));
    const chunks: Buffer[] = [];
    let at = 0;
    for (const size of sizes) {
      chunks.push(bytes.subarray(at, at + size));
      at = Math.min(bytes.length, at + size);
    }
    return { bytes, chunks: [...chunks, bytes.subarray(at)] };
  });

test("lines are the same however the bytes come in pieces", async () => {
  await fc.assert(
    fc.asyncProperty(chunked, async ({ bytes, chunks }) => {
      const { lines, file } = await read(chunks);
      const expected = bytes.toString().split("\n");
      if (expected.at(-1) === "") expected.pop();
      expect(lines).toEqual(expected.map((text, at) => ({ line: at + 1, text })));
      expect(file).toBe("stdin");
    }),
  );
});

test("the first byte that is not UTF-8 is named, whatever stands around it", async () => {
  const sound = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("\n", " "));
  const bad = fc.constantFrom([0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0x80], [0xf5]);
  await fc.assert(
    fc.asyncProperty(sound, bad, sound, async (before, bytes, after) => {
      const start = Buffer.from(before.toWellFormed());
      fc.pre(!before.startsWith("\u{feff}"));
      const all = Buffer.concat([start, Buffer.from(bytes), Buffer.from(after.toWellFormed())]);
      const [line] = (await read([all])).lines;
      expect(line).toMatchObject({
        fault: { rule: "NotUtf8", facts: { byte: start.length + 1 } },
      });
    }),
  );
});

test("reading ends at a line that is too long, and takes no more memory", async () => {
  let taken = 0;
  const endless = (async function* () {
    for (;;) {
      taken += 1;
      yield Buffer.alloc(64 * 1024);
    }
  })();
  const { lines } = await readInput(ioOf(endless), "-");
  expect(lines).toMatchObject([{ line: 1, fault: { rule: "LineTooLong" } }]);
  expect(taken).toBeLessThanOrEqual(lineBytesMax / (64 * 1024) + 1);
});
