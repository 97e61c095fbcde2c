import { closeSync, openSync, readSync } from "node:fs";

const blockBytes = 128 * 1024;
const newline = 0x0a;

/** Bytes of a file that begin and end with a line. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Hands over a file, or a stretch of it, in blocks of whole lines, each good until the next. */
export const eachBlock = (
  path: string,
  take: (lines: Buffer) => void,
  { from, to }: Stretch = { from: 0, to: Number.POSITIVE_INFINITY },
): void => {
  const file = openSync(path, "r");
  const buffer = Buffer.alloc(8 * blockBytes);
  for (let [at, held] = [from, 0]; at < to; ) {
    const read = readSync(file, buffer, held, Math.min(blockBytes, to - at), at);
    if (read === 0) break;
    at += read;
    const filled = held + read;
    const end = buffer.subarray(0, filled).lastIndexOf(newline) + 1;
    if (end > 0) take(buffer.subarray(0, end));
    buffer.copyWithin(0, end, filled);
    held = filled - end;
  }
  closeSync(file);
};

/** Hands over every line of a file as a text. */
export const eachLine = (path: string, take: (line: string) => void): void =>
  eachBlock(path, (lines) => {
    const text = lines.toString();
    for (let start = 0; start < text.length; ) {
      const end = text.indexOf("\n", start);
      take(text.slice(start, end));
      start = end + 1;
    }
  });
