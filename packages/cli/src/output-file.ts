import { realpath, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { type Failure, fileFailure, fileFault } from "./fault.ts";

/**
 * Writes a result to a file. A file that is there is written over only with `force`, and the
 * ledger it was computed from, what lies beside it and its vault never: nothing would be left to
 * compute from.
 */
export const writeOutput = async (
  file: string,
  content: string | Uint8Array,
  { ledger, vault, force }: Origin & { readonly force: boolean },
): Promise<void> => {
  if (await belongsTo({ ledger, vault }, file))
    throw fileFailure(file, "OutputIsLedger", { file, ledger });
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory() === true) throw fileFailure(file, "FileIsDirectory", { file });
  await writeFile(file, content, { flag: force ? "w" : "wx" }).catch((error: unknown) => {
    throw outputFault(file, error);
  });
};

/** Where the result comes from. */
interface Origin {
  readonly ledger: string;
  readonly vault: string;
}

/** What stores and vaults put beside a file. */
const endings = [".lock", ".vault", ".books", ".index", "-wal", "-shm", "-journal"];

/** What the file system said of a file that was to be made. */
const outputFault = (file: string, error: unknown): unknown => {
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === "EEXIST") return fileFailure(file, "OutputExists", { file });
  if (code === "ENOENT" || code === "ENOTDIR") return folderMissing(file);
  return fileFault(file, error);
};

export const folderMissing = (file: string): Failure =>
  fileFailure(file, "FolderMissing", { folder: dirname(file) });

const belongsTo = async ({ ledger, vault }: Origin, file: string): Promise<boolean> => {
  const found = await realPath(file);
  const own = new Set([resolve(ledger), await realPath(ledger)]);
  const beside = [...own].flatMap((path) => endings.map((ending) => path + ending));
  for (const path of [...beside, resolve(vault)]) {
    const real = await realPath(path);
    if ([path, real].some((one) => found === one || found.startsWith(`${one}${sep}`))) return true;
    if (found.startsWith(`${path}.`)) return true;
  }
  return own.has(found) || (await isSameFile(ledger, file));
};

/** Where a path leads, also that of a file that is not there yet. */
const realPath = async (path: string): Promise<string> =>
  realpath(path).catch(async () => {
    const whole = resolve(path);
    const folder = await realpath(dirname(whole)).catch(() => dirname(whole));
    return join(folder, basename(whole));
  });

/** Also by another name: a hard link, or other letters where the file system tells none apart. */
const isSameFile = async (a: string, b: string): Promise<boolean> => {
  const [one, other] = await Promise.all([a, b].map((path) => stat(path).catch(() => undefined)));
  return one !== undefined && one.ino === other?.ino && one.dev === other.dev;
};
