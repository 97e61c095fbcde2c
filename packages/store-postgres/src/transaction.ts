import type { Pool, PoolClient } from "pg";

/** Runs work between BEGIN and COMMIT on one connection; a failed one is not used again. */
export const inTransaction = <T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> => beginningWith(pool, "", work);

/**
 * The same, with a first statement that goes to the server together with BEGIN, as text without
 * values: one way there and back less. The work is given its rows.
 */
export const beginningWith = async <T>(
  pool: Pool,
  first: string,
  work: (client: PoolClient, rows: readonly unknown[]) => Promise<T>,
): Promise<T> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const begun = await client.query(`BEGIN; ${first}`);
    // Of several statements there are several results.
    const done = await work(client, [begun].flat().at(-1)?.rows ?? []);
    await client.query("COMMIT");
    return done;
  } catch (error) {
    await client.query("ROLLBACK").catch((failed: Error) => {
      broken = failed;
    });
    throw error;
  } finally {
    client.release(broken);
  }
};
