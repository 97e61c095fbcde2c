import type { FileHandle } from "node:fs/promises";
import type { Head } from "@tongket/core/log";
import { bytesAt, lineBytesMax } from "./line-blocks.ts";
import { recordAfter } from "./record-line.ts";

/** Bytes behind the last whole line. */
export interface TailBytes {
  readonly bytes: number;
  /** The position of the record that they are, if they lack its newline only. */
  readonly unended?: number;
}

/** What stands between two offsets, behind the record that is the head. */
export const tailAfter = async (
  head: Head,
  { file, from, to }: { readonly file: FileHandle; readonly from: number; readonly to: number },
): Promise<TailBytes> => {
  // No record is longer.
  const bytes = await bytesAt(file, from, Math.min(to, from + lineBytesMax));
  const tail = recordAfter(head, { bytes, start: 0, end: bytes.length });
  return { bytes: to - from, ...("fault" in tail ? {} : { unended: tail.position }) };
};
