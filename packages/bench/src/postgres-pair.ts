import { openPostgresStorage } from "@tongket/store-postgres";
import { Client } from "pg";
import { headerOf, type Pair } from "./pair.ts";

export const postgresPair = async (url: string): Promise<Pair> => {
  const storage = await openPostgresStorage({ url });
  const name = `bench-${Date.now()}`;
  const store = await storage.create(headerOf(`${name}-own`));
  await (await storage.create(headerOf(`${name}-raw`))).close();
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ key: number }>(
    "SELECT key FROM tongket.ledger WHERE ledger = $1",
    [`${name}-raw`],
  );
  return {
    name: "PostgreSQL",
    store,
    raw: rawWriter(client, rows[0]?.key ?? 0),
    close: async () => {
      await client.end();
      await store.close();
      await storage.close();
    },
  };
};

const insert = `
  WITH
    head AS (
      UPDATE tongket.ledger SET position = $8, hash = $9, recorded_at = $10
      WHERE key = $1 RETURNING key
    ),
    records AS (
      INSERT INTO tongket.record (ledger, position, text)
      SELECT head.key, one.* FROM head, unnest($2::int[], $3::text[]) AS one
    ),
    commands AS (
      INSERT INTO tongket.command (ledger, id, position)
      SELECT head.key, one.* FROM head, unnest($4::text[], $5::int[]) AS one
    ),
    mentions AS (
      INSERT INTO tongket.mention (ledger, word, position)
      SELECT head.key, one.* FROM head, unnest($6::text[], $7::int[]) AS one
    )
  SELECT key FROM head
`;

const rawWriter =
  (client: Client, key: number): Pair["raw"] =>
  async (records) => {
    const last = records.at(-1);
    const ids = records.flatMap((one) => one.ids.map((id) => [id, one.position] as const));
    const words = records.flatMap((one) => one.words.map((word) => [word, one.position] as const));
    await client.query({
      name: "raw.append",
      text: insert,
      values: [
        key,
        records.map(({ position }) => position),
        records.map(({ text }) => text),
        ids.map(([id]) => id),
        ids.map(([, position]) => position),
        words.map(([word]) => word),
        words.map(([, position]) => position),
        last?.position,
        last?.hash,
        last?.recordedAt,
      ],
    });
  };
