import { chmod, constants, mkdir, open, rename, rm, stat } from "node:fs/promises";

/** NOTE: a named pipe that stands where a file beside a ledger is read would be waited for else. */
export const forReading = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

const blockBytes = 64 * 1024;

/**
 * Writes a file of these parts beside a ledger, in the place of what was there. Whoever may read
 * the ledger may read it, and nobody else.
 */
export const writeBeside = async (
  ledger: string,
  file: string,
  ...parts: readonly Uint8Array[]
): Promise<void> => {
  // Of two that write it at once one may spoil it: what is read back has to tell that itself.
  const fresh = `${file}.new`;
  try {
    await rm(fresh, { force: true });
    await writeAs(ledger, fresh, parts);
    await rename(fresh, file);
  } finally {
    await rm(fresh, { force: true });
  }
};

/** Makes a folder beside a ledger for whoever comes to the ledger, unless there is one. */
export const folderBeside = async (ledger: string, folder: string): Promise<void> => {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return;
    throw error;
  }
  const mode = await rightsLike(ledger, await stat(folder));
  const mayEnter = (mode & 0o444) >> 2;
  await chmod(folder, 0o700 | mode | mayEnter);
};

const writeAs = async (
  ledger: string,
  fresh: string,
  parts: readonly Uint8Array[],
): Promise<void> => {
  const file = await open(fresh, "wx", 0o600);
  try {
    await file.chmod(await rightsLike(ledger, await file.stat()));
    await file.writeFile(inBlocks(parts));
  } finally {
    await file.close();
  }
};

/**
 * Small parts put together, since each write takes a turn of its own. NOTE: a block is good until
 * the next.
 */
function* inBlocks(parts: readonly Uint8Array[]): Iterable<Uint8Array> {
  const block = new Uint8Array(blockBytes);
  let filled = 0;
  for (const part of parts) {
    if (filled + part.length > block.length) {
      yield block.subarray(0, filled);
      filled = 0;
    }
    if (part.length > block.length) {
      yield part;
    } else {
      block.set(part, filled);
      filled += part.length;
    }
  }
  yield block.subarray(0, filled);
}

/** The rights of the ledger; those of its group only for what is of the same. */
const rightsLike = async (ledger: string, own: { readonly gid: number }): Promise<number> => {
  const { mode, gid } = await stat(ledger);
  return mode & (own.gid === gid ? 0o666 : 0o606);
};
