import { openPostgresStorage } from "@tongket/store-postgres";
import { Client } from "pg";
import { headerOf, type Pair, type RawWay } from "./pair.ts";

export const postgresPair = async (url: string, way: RawWay): Promise<Pair> => {
  const storage = await openPostgresStorage({ url });
  const name = `bench-${Date.now()}-${way}`;
  const store = await storage.create(headerOf(`${name}-own`));
  await (await storage.create(headerOf(`${name}-raw`))).close();
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ key: number }>(
    "SELECT key FROM tongket.ledger WHERE ledger = $1",
    [`${name}-raw`],
  );
  return {
    name: `PostgreSQL, raw ${way}`,
    store,
    raw: rawWriter(client, rows[0]?.key ?? 0, way),
    close: async () => {
      await client.end();
      await store.close();
      await storage.close();
    },
  };
};

const separator = "\x1e";

/** How lists are given to the driver, and those of texts taken from its parameters. */
interface Lists {
  texts(values: readonly string[]): unknown;
  numbers(values: readonly number[]): unknown;
  taken(place: number): string;
}
const lists: Readonly<Record<RawWay, Lists>> = {
  plain: {
    texts: (values) => values,
    numbers: (values) => values,
    taken: (place) => `$${place}::text[]`,
  },
  alike: {
    texts: (values) => values.join(separator),
    numbers: (values) => `{${values.join()}}`,
    taken: (place) => `string_to_array($${place}, '${separator}')`,
  },
};

const insertOf = ({ taken }: Lists): string => `
  WITH
    head AS (
      UPDATE tongket.ledger SET position = $8, hash = $9, recorded_at = $10
      WHERE key = $1 RETURNING key
    ),
    records AS (
      INSERT INTO tongket.record (ledger, position, text)
      SELECT head.key, one.* FROM head, unnest($2::int[], ${taken(3)}) AS one
    ),
    commands AS (
      INSERT INTO tongket.command (ledger, id, position)
      SELECT head.key, one.* FROM head, unnest(${taken(4)}, $5::int[]) AS one
    ),
    mentions AS (
      INSERT INTO tongket.mention (ledger, word, position)
      SELECT head.key, one.* FROM head, unnest(${taken(6)}, $7::int[]) AS one
    )
  SELECT key FROM head
`;

const rawWriter = (client: Client, key: number, way: RawWay): Pair["raw"] => {
  const { texts, numbers } = lists[way];
  const insert = insertOf(lists[way]);
  return async (records) => {
    const last = records.at(-1);
    const ids = records.flatMap((one) => one.ids.map((id) => [id, one.position] as const));
    const words = records.flatMap((one) => one.words.map((word) => [word, one.position] as const));
    await client.query({
      name: "raw.append",
      text: insert,
      values: [
        key,
        numbers(records.map(({ position }) => position)),
        texts(records.map(({ text }) => text)),
        texts(ids.map(([id]) => id)),
        numbers(ids.map(([, position]) => position)),
        texts(words.map(([word]) => word)),
        numbers(words.map(([, position]) => position)),
        last?.position,
        last?.hash,
        last?.recordedAt,
      ],
    });
  };
};
