import { createRequire } from "node:module";
import { answerOf } from "./question.ts";

// Asked for so that the types of the repository hold where it is not installed.
const { DuckDBInstance } = createRequire(import.meta.url)("@duckdb/node-api");

/** DuckDB on a file of lines, asked the question of `question.ts` with a number of threads. */
export interface Duck {
  /** Of a ledger's commits, with no column read that is not needed. */
  ledger(path: string): Promise<string>;
  /** Of one flat event a line, its best form of JSON. */
  flat(path: string): Promise<string>;
}

const event =
  "STRUCT(type VARCHAR, effectiveOn VARCHAR, data STRUCT(branch VARCHAR, reached BIGINT))";

const flatColumns = "type: 'VARCHAR', effectiveOn: 'VARCHAR', branch: 'VARCHAR', reached: 'BIGINT'";

export const duckWith = async (threads: number): Promise<Duck> => {
  const database = await DuckDBInstance.create(":memory:", { threads: String(threads) });
  const connection = await database.connect();
  const rows = async (sql: string): Promise<string> => {
    const result = await connection.runAndReadAll(sql);
    const found = result.getRows() as readonly (readonly unknown[])[];
    return answerOf(found.map((row) => row.map(String)));
  };
  const lines = (path: string, columns: string): string =>
    `read_json('${path}', format = 'newline_delimited', columns = {${columns}})`;
  return {
    ledger: (path) =>
      rows(
        `SELECT e.type, coalesce(e.data.branch, '') AS branch, left(e.effectiveOn, 4) AS year,
           count(*), coalesce(sum(e.data.reached), 0)
         FROM (SELECT unnest(events) AS e FROM ${lines(path, `events: '${event}[]'`)})
         GROUP BY ALL`,
      ),
    flat: (path) =>
      rows(
        `SELECT type, coalesce(branch, '') AS branch, left(effectiveOn, 4) AS year,
           count(*), coalesce(sum(reached), 0)
         FROM ${lines(path, flatColumns)}
         GROUP BY ALL`,
      ),
  };
};
