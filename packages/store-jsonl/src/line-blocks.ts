import { fstatSync, readSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";

/** Consecutive bytes of a file that end with a newline. */
export interface Block {
  readonly bytes: Buffer;
  /** Where in the file they begin. */
  readonly offset: number;
}

export const newline = 0x0a;

/** No record is longer than 900 KiB; a line of more than this is not even read. */
export const lineBytesMax = 2 * 1024 * 1024;

const blockBytes = 256 * 1024;
const lastBlockBytes = 64 * 1024;

/** So few are read in less time than it takes to hand that to a thread. */
export const fewBytes = 16 * 1024;

/**
 * The lines of a file between two offsets, in blocks of whole lines. A line that is too long, or
 * that has no end, comes as a last block without a newline. NOTE: a block is good until the next,
 * which is read meanwhile.
 */
export async function* lineBlocks(
  file: FileHandle,
  from: number,
  to: number,
  bytesAtOnce: number = blockBytes,
): AsyncGenerator<Block, void> {
  let buffer = Buffer.allocUnsafe(Math.min(bytesAtOnce, Math.max(0, to - from)));
  let next = Buffer.alloc(0);
  let filled = 0;
  let offset = from;
  let ahead: ReturnType<typeof readInto> | undefined;
  while (offset < to) {
    const { bytesRead } = await (ahead ?? readInto(file, buffer, { filled, offset, to }));
    ahead = undefined;
    const lines = lastNewline(buffer, filled, filled + bytesRead) + 1;
    filled += bytesRead;
    if (lines > 0) {
      const block = { bytes: buffer.subarray(0, lines), offset };
      offset += lines;
      filled -= lines;
      if (offset < to) {
        if (next.length < buffer.length) next = Buffer.allocUnsafe(buffer.length);
        buffer.copy(next, 0, lines, lines + filled);
        // Few are read at once, and not before they are asked for.
        const isFew = roomIn(next, { filled, offset, to }) <= fewBytes;
        if (!isFew) ahead = readInto(file, next, { filled, offset, to });
      }
      yield block;
      [buffer, next] = [next, buffer];
      continue;
    }
    const isFull = filled === buffer.length;
    if (bytesRead === 0 || offset + filled === to || (isFull && filled >= lineBytesMax)) {
      if (filled > 0) yield { bytes: buffer.subarray(0, filled), offset };
      return;
    }
    if (isFull) buffer = Buffer.concat([buffer], Math.min(lineBytesMax, 2 * filled));
  }
}

/** How far a buffer is filled with what stands at the offset, of what ends at another. */
interface Filling {
  readonly filled: number;
  readonly offset: number;
  readonly to: number;
}

const roomIn = (buffer: Buffer, { filled, offset, to }: Filling): number =>
  Math.min(buffer.length - filled, to - offset - filled);

/** Reads behind what a buffer is filled with; few bytes at once. */
const readInto = (file: FileHandle, buffer: Buffer, filling: Filling) => {
  const { filled, offset } = filling;
  const [room, at] = [roomIn(buffer, filling), offset + filled];
  if (room <= fewBytes) return { bytesRead: readSync(file.fd, buffer, filled, room, at) };
  const reading = file.read(buffer, filled, room, at);
  // A fault is told to who waits for it: nobody may, where no more lines are asked for.
  reading.catch(() => {});
  return reading;
};

/** The same lines from the last to the first; both offsets are where a line begins. */
export async function* lineBlocksBackwards(
  file: FileHandle,
  from: number,
  to: number,
): AsyncGenerator<Block, void> {
  let end = to;
  let step = lastBlockBytes;
  while (end > from) {
    const offset = Math.max(from, end - step);
    const bytes = await bytesAt(file, offset, end);
    const first = offset === from ? 0 : bytes.indexOf(newline) + 1;
    const isLineLonger = first === bytes.length;
    if (isLineLonger && step < lineBytesMax) {
      step *= 2;
      continue;
    }
    const skipped = isLineLonger ? 0 : first;
    yield { bytes: bytes.subarray(skipped), offset: offset + skipped };
    end = offset + skipped;
    step = blockBytes;
  }
}

/** The first look at a file's end, where mostly the very last byte ends a line. */
const endBytes = 64;

/**
 * Where the last whole line of a file ends; all before it never changes. Where the tail is longer
 * than any record nothing is known, and reading on from the start will come to that line.
 */
export const endOfLines = (file: number, size = fstatSync(file).size): number => {
  const stop = Math.max(0, size - lineBytesMax);
  let end = size;
  for (let step = endBytes; end > stop; step *= 4) {
    const from = Math.max(stop, end - step);
    const bytes = bytesNow(file, from, end);
    const at = lastNewline(bytes, 0, bytes.length);
    if (at >= 0) return from + at + 1;
    end = from;
  }
  return stop === 0 ? 0 : size;
};

/** Fewer bytes than asked for where the file has become shorter. */
export const bytesAt = async (file: FileHandle, from: number, to: number): Promise<Buffer> => {
  const buffer = Buffer.allocUnsafe(to - from);
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
};

/**
 * The same at once, while all of the thread waits: for what mostly is little, as a record is. What
 * is read into a buffer that is given is good until that is used again.
 */
export const bytesNow = (
  file: number,
  from: number,
  to: number,
  into: Buffer = Buffer.allocUnsafe(to - from),
): Buffer => {
  const wanted = to - from;
  let filled = 0;
  while (filled < wanted) {
    const read = readSync(file, into, filled, wanted - filled, from + filled);
    if (read === 0) break;
    filled += read;
  }
  return into.subarray(0, filled);
};

const lastNewline = (bytes: Buffer, from: number, to: number): number => {
  const at = to > from ? bytes.lastIndexOf(newline, to - 1) : -1;
  return at >= from ? at : -1;
};
