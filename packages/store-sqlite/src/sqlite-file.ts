import { randomUUID } from "node:crypto";
import { access, constants, link, rm, stat } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { hashedText, LedgerFault, type LedgerHeader } from "@tongket/core/log";
import { schema } from "./schema.ts";

/**
 * Makes a ledger's file, whole or not at all: under another name first, then linked to its own,
 * which fails where anything stands there.
 */
export const makeFile = async (file: string, header: LedgerHeader): Promise<void> => {
  const draft = `${file}.${randomUUID()}.new`;
  try {
    const database = new DatabaseSync(draft);
    try {
      database.exec("PRAGMA synchronous = FULL");
      database.exec(`BEGIN; ${schema}`);
      database
        .prepare("INSERT INTO record (position, text) VALUES (0, ?)")
        .run(hashedText(header).text);
      database.exec("COMMIT");
    } finally {
      database.close();
    }
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new LedgerFault("LedgerExists", { file }, { cause: error });
  } finally {
    await rm(draft, { force: true });
  }
};

/**
 * Rejects with `LedgerMissing` where nothing stands at the path, with `NotALedger` where it is no
 * file, and with `StorageDenied` where it may not be read.
 */
export const demandFile = async (file: string): Promise<void> => {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" || error.code === "ENOTDIR"
      ? new LedgerFault("LedgerMissing", { file }, { cause: error })
      : error;
  });
  if (!found.isFile()) throw new LedgerFault("NotALedger", { file, found: "no regular file" });
  await access(file, constants.R_OK);
};
