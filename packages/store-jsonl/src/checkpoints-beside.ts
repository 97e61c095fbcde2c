import { createHash } from "node:crypto";
import { fstatSync, realpathSync } from "node:fs";
import { open } from "node:fs/promises";
import type { Checkpoints } from "@tongket/core";
import { openValue } from "@tongket/core/log";
import { forReading, writeBeside } from "./beside-file.ts";
import { bytesAt } from "./line-blocks.ts";
import { bytesOfValue, valueOfBytes } from "./value-bytes.ts";

const hashBytes = 32;

const form = { deserialize: valueOfBytes };

/**
 * Checkpoints of a ledger beside its file, each in one of its own: `FILE.NAME`, which can be
 * deleted at any time. Whoever may read the ledger may read them, and nobody else. Loading rejects
 * with `ShelfUnreadable` where a file is damaged or was written by another Node, and either call
 * with the system's error.
 */
export const checkpointsBeside = (path: string): Checkpoints => ({
  load: async (name) => {
    const file = `${realpathSync.native(path)}.${name}`;
    const kept = await bytesOf(file).catch(undefinedWhereMissing);
    if (kept === undefined) return undefined;
    const hash = kept.subarray(0, hashBytes).toString("hex");
    return openValue({ hash, value: kept.subarray(hashBytes) }, form);
  },
  save: async (name, value) => {
    const parts = bytesOfValue(value);
    const hash = createHash("sha256");
    for (const part of parts) hash.update(part);
    // Beside a link to the ledger others may come to it than come to the ledger.
    const file = `${realpathSync.native(path)}.${name}`;
    await writeBeside(path, file, hash.digest(), ...parts);
  },
});

/** By one reading: `readFile` reads in pieces, and each takes a turn. */
const bytesOf = async (path: string): Promise<Buffer> => {
  const file = await open(path, forReading);
  try {
    return await bytesAt(file, 0, fstatSync(file.fd).size);
  } finally {
    await file.close();
  }
};

const undefinedWhereMissing = (error: unknown): undefined => {
  if ((error as { readonly code?: unknown }).code !== "ENOENT") throw error;
};
