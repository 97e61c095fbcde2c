import v8 from "node:v8";
import type { Checkpoints } from "@tongket/core";
import { openValue, type SealedValue, sealValue } from "@tongket/core/log";
import type { Serving } from "./postgres-ledger.ts";

/** Checkpoints of a ledger in a table beside it. */
export const postgresCheckpoints = (
  { pool, faultsOf }: Pick<Serving, "pool" | "faultsOf">,
  ledger: string,
): Checkpoints => ({
  load: async (name) => {
    const sql = `
      SELECT checkpoint.hash, value FROM tongket.checkpoint
      JOIN tongket.ledger AS one ON one.key = checkpoint.ledger
      WHERE one.ledger = $1 AND name = $2`;
    const { rows } = await faultsOf(() => pool.query<SealedValue>(sql, [ledger, name]));
    return rows[0] === undefined ? undefined : openValue(rows[0], v8);
  },
  save: async (name, value) => {
    const sealed = sealValue(value, v8);
    const sql = `
      INSERT INTO tongket.checkpoint (ledger, name, hash, value)
      SELECT key, $2, $3, $4 FROM tongket.ledger AS one WHERE one.ledger = $1
      ON CONFLICT (ledger, name) DO UPDATE SET hash = EXCLUDED.hash, value = EXCLUDED.value`;
    await faultsOf(() => pool.query(sql, [ledger, name, sealed.hash, sealed.value]));
  },
});
