import { closeSync, openSync, readSync, statSync } from "node:fs";
import { type Head, readHeader, tailIn } from "@tongket/core/log";
import { projected, Replaying } from "@tongket/core/replay";
import { eachBlock, type Stretch } from "./blocks.ts";
import { countingEvents, type Row } from "./question.ts";

/** Some lines of a ledger, behind a head. */
export interface PartOfFile extends Stretch {
  readonly path: string;
  readonly head: Head;
}

/** What the lines answer to the question. */
export const countedIn = ({ path, head, ...stretch }: PartOfFile): readonly Row[] => {
  const kept = countingEvents();
  const replaying = new Replaying(head, projected(kept.wantedOf ?? (() => "whole")), kept.take);
  eachBlock(path, (lines) => replaying.lines(lines), stretch);
  return kept.close();
};

/** A ledger in so many parts of about as many bytes. */
export const partsOf = (path: string, parts: number): readonly PartOfFile[] => {
  const { size } = statSync(path);
  const begins = Array.from({ length: parts }, (_, at) => {
    const [line, next] =
      at === 0 ? [0, lineAt(path, 0).end] : lineBehind(path, (size * at) / parts);
    const { text } = lineAt(path, line);
    const head = at === 0 ? readHeader(text).head : tailIn(text);
    if (head === undefined) throw new Error(`${path} has no record at byte ${line}`);
    return { from: next, head };
  });
  return begins.map((begin, at) => ({ path, ...begin, to: begins[at + 1]?.from ?? size }));
};

/** Where the first line that begins behind a byte begins and ends. */
const lineBehind = (path: string, byte: number): readonly [number, number] => {
  const { end } = lineAt(path, Math.floor(byte));
  return [end, lineAt(path, end).end];
};

const lineBytesMax = 1 << 20;

/** The text from a byte to the end of its line. */
const lineAt = (path: string, start: number): { readonly text: string; readonly end: number } => {
  const file = openSync(path, "r");
  const bytes = Buffer.alloc(lineBytesMax);
  const read = readSync(file, bytes, 0, lineBytesMax, start);
  closeSync(file);
  const length = bytes.subarray(0, read).indexOf("\n");
  return { text: bytes.toString("utf8", 0, length), end: start + length + 1 };
};
