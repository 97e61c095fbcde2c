import { type FileHandle, open } from "node:fs/promises";
import { fileFault, inputFault, interrupted, type PlacedFault } from "./fault.ts";
import type { Io } from "./io.ts";

/** The most bytes of one line: more than the largest commit, so no lawful command is longer. */
export const lineBytesMax = 1024 * 1024;

/** The lines of an input, each as text or with the fault of its bytes. */
export interface InputLines {
  /** The name of the input as messages show it. */
  readonly file: string;
  readonly lines: readonly InputLine[];
}

export type InputLine = { readonly line: number } & (
  | { readonly text: string }
  | { readonly fault: PlacedFault }
);

/** Reads a file, or stdin where it is named `-`. */
export const readInput = async (io: Io, name: string): Promise<InputLines> => {
  if (name === "-") {
    const input = await splitLines(io.stdin, "stdin");
    // A signal closes stdin, and what came so far is not all.
    if (io.ending.aborted) throw interrupted(io.ending);
    return input;
  }
  let file: FileHandle | undefined;
  try {
    file = await open(name);
    return await splitLines(file.createReadStream({ autoClose: false }), name);
  } catch (error) {
    throw fileFault(name, error);
  } finally {
    await file?.close();
  }
};

const splitLines = async (source: AsyncIterable<Uint8Array>, file: string): Promise<InputLines> => {
  const lines: InputLine[] = [];
  let rest: Uint8Array[] = [];
  let restBytes = 0;
  const take = (bytes: Uint8Array): boolean => {
    rest.push(bytes);
    restBytes += bytes.length;
    return restBytes <= lineBytesMax;
  };
  const end = (): void => {
    lines.push(lineOf(Buffer.concat(rest), lines.length + 1));
    rest = [];
    restBytes = 0;
  };
  const tooLong = (): InputLines => {
    const line = lines.length + 1;
    lines.push({ line, fault: inputFault("LineTooLong", { bytesMax: lineBytesMax }) });
    return { file, lines };
  };
  for await (const chunk of source) {
    let start = 0;
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, start)) {
      if (!take(chunk.subarray(start, at))) return tooLong();
      end();
      start = at + 1;
    }
    if (!take(chunk.subarray(start))) return tooLong();
  }
  if (restBytes > 0) end();
  return { file, lines };
};

const newline = 0x0a;
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const lineOf = (bytes: Buffer, line: number): InputLine => {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    const byte = firstBadByte(bytes);
    const found = `0x${(bytes[byte] ?? 0).toString(16).padStart(2, "0")}`;
    return { line, fault: inputFault("NotUtf8", { byte: byte + 1, found }) };
  }
  return line === 1 && text.startsWith("\u{feff}")
    ? { line, fault: inputFault("HasBom", {}) }
    : { line, text };
};

/** Where the text first has a replacement character that the bytes do not have. */
const firstBadByte = (bytes: Buffer): number => {
  let at = 0;
  for (const sound of bytes.toString("utf8").split(replacement)) {
    at += Buffer.byteLength(sound);
    if (bytes.compare(replacementBytes, 0, 3, at, Math.min(at + 3, bytes.length)) !== 0) return at;
    at += 3;
  }
  return at;
};

const replacement = "\u{fffd}";
const replacementBytes = Buffer.from(replacement);
