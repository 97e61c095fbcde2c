import { randomBytes } from "node:crypto";
import { constants, statSync } from "node:fs";
import { type FileHandle, link, open, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { LedgerFault } from "@tongket/core/log";
import { type HeaderLine, headerBytesMax, headerIn } from "./header-line.ts";
import { bytesNow, endOfLines, newline } from "./line-blocks.ts";
import { faultAt, type Mark, sealedTail } from "./record-line.ts";
import { creationFault, storageFault } from "./storage-fault.ts";

/** A ledger's file by its name, with the mark of its header. */
export interface LedgerFile {
  readonly path: string;
  readonly header: Mark;
}

/** The same, open. */
export interface Source extends LedgerFile {
  readonly file: FileHandle;
}

/** Write flags that never make a file, nor overwrite what another has written. */
const appending = constants.O_RDWR | constants.O_APPEND;

/** Makes the file of a new ledger: on disk whole when this returns, or not at all. */
export const makeLedgerFile = async (path: string, firstLine: string): Promise<void> => {
  const fresh = `${path}.${randomBytes(8).toString("hex")}.new`;
  try {
    await writeFile(fresh, firstLine, { flag: "wx", flush: true });
    await link(fresh, path);
  } catch (error) {
    throw creationFault(error, path);
  } finally {
    await rm(fresh, { force: true });
  }
  await syncFolder(dirname(path));
};

/** Reads the first line of a file, which makes it a ledger. */
export const headerOf = (path: string): Promise<HeaderLine> =>
  withRegularFile(path, async (file) => {
    const header = headerIn(bytesNow(file.fd, 0, headerBytesMax));
    if ("fault" in header) throw faultAt(path, 1, header);
    return header;
  });

/** Opens what may be any kind of file; only a regular one is a ledger. */
export const withRegularFile = async <T>(
  path: string,
  work: (file: FileHandle) => Promise<T>,
): Promise<T> => {
  // NOTE: opening a named pipe would wait for its writer.
  const stats = statSync(path);
  if (stats.isFile()) return closing(await open(path, "r"), work);
  const found = stats.isDirectory() ? "a directory" : "no regular file";
  throw new LedgerFault("NotALedger", { file: path, found });
};

/** Opens the file anew, so that it is always the one of that name, and closes it after the work. */
export const withFile = async <T>(
  ledger: LedgerFile,
  mode: "read" | "append",
  work: (source: Source) => Promise<T>,
): Promise<T> => {
  const file = await open(ledger.path, mode === "read" ? "r" : appending);
  return closing(file, () => work({ ...ledger, file }));
};

const closing = async <T>(file: FileHandle, work: (file: FileHandle) => Promise<T>): Promise<T> => {
  try {
    return await work(file);
  } finally {
    await file.close();
  }
};

/** The same for what is read bit by bit: the file is closed when the reading ends or is left. */
export async function* readingFile<T>(
  ledger: LedgerFile,
  work: (source: Source) => AsyncIterable<T>,
): AsyncGenerator<T, void> {
  try {
    const file = await open(ledger.path, "r");
    try {
      yield* work({ ...ledger, file });
    } finally {
      await file.close();
    }
  } catch (error) {
    throw storageFault(error, ledger.path);
  }
}

/** A record read earlier still stands where it stood, or this is a fault: a ledger only grows. */
export const demandStanding = (source: Source, mark: Mark): void => {
  const found = hashFound(source, mark);
  const { hash, position } = mark;
  if (found.hash === hash) return;
  const facts = { expected: hash, found: found.isWhole ? "another record" : "the end of the file" };
  throw faultAt(source.path, position + 1, { fault: "BrokenChain", facts });
};

export const isStanding = (source: Source, mark: Mark): boolean =>
  hashFound(source, mark).hash === mark.hash;

/** The hash of the record that stands at a place, if one does. */
const hashFound = ({ file }: Source, mark: Mark) => {
  const bytes = bytesNow(file.fd, mark.start, mark.end);
  const isWhole = bytes.length === mark.end - mark.start && bytes.at(-1) === newline;
  return { isWhole, hash: isWhole ? hashIn(bytes, mark) : undefined };
};

/** Where the last whole line ends, in a file that begins with this ledger's header. */
export const endOfRecords = (source: Source, size?: number): number => {
  demandStanding(source, source.header);
  return endOfLines(source.file.fd, size);
};

const hashIn = (bytes: Buffer, { position }: Mark): string | undefined => {
  if (position > 0) return sealedTail({ bytes, start: 0, end: bytes.length - 1 })?.hash;
  const header = headerIn(bytes);
  return "fault" in header ? undefined : header.mark.hash;
};

const syncFolder = async (folder: string): Promise<void> => {
  // Windows opens no directory as a file; NTFS keeps a journal of its names.
  if (process.platform === "win32") return;
  await closing(await open(folder, "r"), (handle) => handle.sync());
};
