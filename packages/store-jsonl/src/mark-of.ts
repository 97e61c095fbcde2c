import type { Source } from "./ledger-file.ts";
import { bytesNow, fewBytes, lineBlocks, lineBytesMax, newline } from "./line-blocks.ts";
import { faultAt, type Line, type Mark, recordAfter } from "./record-line.ts";
import { lastMark, placedAfter } from "./record-reader.ts";

/** The mark of a position; of the last record where there are less. */
export const markOf = async (source: Source, position: number, to: number): Promise<Mark> =>
  position <= 0
    ? source.header
    : ((await markNear(source, position, to)) ?? countedMark(source, position, to));

const nearBytes = 32 * 1024;
const probeBytes = 8 * 1024;

/**
 * The mark of a position, found by halving: records stand in the order of their positions.
 * Undefined where it is not found so: behind the last one, or near lines that are no such records.
 */
const markNear = async (
  source: Source,
  position: number,
  to: number,
): Promise<Mark | undefined> => {
  let [from, end, before] = [source.header.end, to, 0];
  while (end - from > nearBytes) {
    const middle = from + Math.floor((end - from) / 2);
    const found = markBehind(source, middle, end);
    if (found === undefined) break;
    if (found.position === position) return found;
    if (found.position < position) [from, before] = [found.end, found.position];
    else end = found.start;
  }
  for await (const { bytes, offset } of lineBlocks(source.file, from, end, fewBytes)) {
    for (let start = 0; start < bytes.length; ) {
      const mark = markIn({ bytes, start, end: bytes.indexOf(newline, start) }, offset);
      if (mark?.position !== before + 1) return undefined;
      if (mark.position === position) return mark;
      before = mark.position;
      start = mark.end - offset;
    }
  }
  return undefined;
};

/** The first record that begins behind an offset. */
const markBehind = (source: Source, at: number, to: number): Mark | undefined => {
  for (let length = probeBytes; ; length *= 4) {
    const until = Math.min(to, at + length);
    const bytes = bytesNow(source.file.fd, at, until);
    const start = bytes.indexOf(newline) + 1;
    const end = start === 0 ? -1 : bytes.indexOf(newline, start);
    if (end >= 0) return markIn({ bytes, start, end }, at);
    if (until === to || length > lineBytesMax) return undefined;
  }
};

const markIn = (line: Line, offset: number): Mark | undefined => {
  const record = recordAfter(undefined, line);
  if ("fault" in record) return undefined;
  const { position, hash, recordedAt } = record;
  return { position, hash, recordedAt, start: offset + line.start, end: offset + line.end + 1 };
};

/** The same, found by counting lines: where anything is wrong on the way, this tells of it. */
const countedMark = async (source: Source, position: number, to: number): Promise<Mark> => {
  let line = 0;
  for await (const { bytes, offset } of lineBlocks(source.file, source.header.end, to)) {
    for (let start = 0; start < bytes.length; ) {
      const end = bytes.indexOf(newline, start);
      line += 1;
      if (line === position || end === -1) {
        const placed = placedAfter(undefined, { bytes, start, end }, offset);
        if ("fault" in placed) throw faultAt(source.path, line + 1, placed);
        const found = placed.mark.position;
        if (found === line) return placed.mark;
        const facts = { expected: line, found };
        throw faultAt(source.path, line + 1, { fault: "PositionGap", facts });
      }
      start = end + 1;
    }
  }
  return lastMark(source, to);
};
