import {
  type ChainVerdict,
  type KeptText,
  LedgerFault,
  type VerifyOptions,
  verifyTexts,
} from "@tongket/core/log";
import type { Pool } from "pg";
import { headOfLedger } from "./records.ts";

const batchSize = 500;

/** What a ledger's stored texts come to: against the head in its row, and one known elsewhere. */
export const verdictOn = async (
  pool: Pool,
  ledger: string,
  { head: known, ...options }: VerifyOptions,
): Promise<ChainVerdict> => {
  const { rows } = await pool.query<{ key: number }>(
    "SELECT key FROM tongket.ledger WHERE ledger = $1",
    [ledger],
  );
  const [row] = rows;
  if (row === undefined) throw new LedgerFault("LedgerMissing", { ledger });
  const head = await headOfLedger(pool, row.key);
  return verifyTexts(
    everyText(pool, row.key, { ...options, head: head.position }),
    known === undefined ? [head] : [head, known],
  );
};

/** As far as the head stands when the reading begins, with what was put behind it. */
async function* everyText(
  pool: Pool,
  key: number,
  { head, signal, at }: Omit<VerifyOptions, "head"> & { readonly head: number },
): AsyncIterable<KeptText> {
  for (let last = -1; ; ) {
    signal?.throwIfAborted();
    at?.(last);
    const { rows } = await pool.query<KeptText>(
      `SELECT position, text FROM tongket.record
       WHERE ledger = $1 AND position > $2 AND position <= $3 ORDER BY position LIMIT ${batchSize}`,
      [key, last, head],
    );
    yield* rows;
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end.position;
  }
}
