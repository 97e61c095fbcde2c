import type { FileHandle } from "node:fs/promises";
import { commitBytesMax, type Head, LedgerFault } from "@tongket/core/log";
import type { LockMoment } from "./file-lock.ts";
import { newline } from "./line-blocks.ts";
import { type Mark, recordAfter } from "./record-line.ts";
import { tailAfter } from "./tail-after.ts";

/** Steps of an append, told to a test that stops the process at one of them. */
export type WriteMoment = LockMoment | "locked" | "writing" | "written" | "synced";

export type AtMoment = (moment: WriteMoment, lines?: Buffer) => void;

/** Throws unless every line would be read back as the record that follows the one before. */
export const demandReadBack = (lines: Buffer, last: Head): void => {
  let head = last;
  for (let start = 0; start < lines.length; ) {
    const end = lines.indexOf(newline, start);
    const tail = recordAfter(head, { bytes: lines, start, end });
    if ("fault" in tail || end - start > commitBytesMax) {
      throw new LedgerFault("BrokenRecord", { position: head.position + 1 });
    }
    head = tail;
    start = end + 1;
  }
};

/** Writes whole lines behind all others, for good, or leaves the file as it was. */
export const appendLines = async (
  file: FileHandle,
  { lines, size, at }: { readonly lines: Buffer; readonly size: number; readonly at: AtMoment },
): Promise<void> => {
  try {
    at("writing", lines);
    for (let written = 0; written < lines.length; ) {
      written += (await file.write(lines, written)).bytesWritten;
    }
    at("written");
    await file.datasync();
    at("synced");
  } catch (error) {
    // Should this fail as well, the next writer finds a torn tail and cuts it.
    await cut(file, size).catch(() => {});
    throw error;
  }
};

/**
 * Deals with the bytes behind the last whole line, which a writer left that was killed. A record
 * that lacks its newline only is whole and may have been acknowledged: it gets its newline.
 */
export const mendTail = async (file: FileHandle, last: Mark, size: number): Promise<void> => {
  const { unended } = await tailAfter(last, { file, from: last.end, to: size });
  if (unended === undefined) {
    await cut(file, last.end);
  } else {
    await file.write("\n");
    await file.datasync();
  }
};

const cut = async (file: FileHandle, size: number): Promise<void> => {
  await file.truncate(size);
  await file.datasync();
};
