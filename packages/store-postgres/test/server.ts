import { spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, globSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** A real PostgreSQL, with a database of its own that goes when it stops. */
export interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

/** Who runs it where this is root: the server refuses to be run so. */
const nobody = { uid: 65_534, gid: 65_534 };

/** Starts a server on a free port, from what is installed or else from the npm package. */
export const startServer = async (): Promise<Server> => {
  const folder = mkdtempSync(join(tmpdir(), "tongket-postgres-"));
  const asRoot = process.getuid?.() === 0;
  chmodSync(folder, 0o700);
  if (asRoot) chownSync(folder, nobody.uid, nobody.gid);
  const user = asRoot ? nobody : {};
  const bin = await folderOfBinaries();
  const data = join(folder, "data");
  const made = spawnSync(
    join(bin, "initdb"),
    ["-D", data, "-U", "tongket", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
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
    url: `postgres://tongket@127.0.0.1:${port}/postgres`,
    stop: async () => {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Where `postgres` and `initdb` stand: Debian keeps them off the path. */
const folderOfBinaries = async (): Promise<string> => {
  const folders = [
    ...(process.env["PATH"] ?? "").split(delimiter),
    ...globSync("/usr/lib/postgresql/*/bin").toSorted().toReversed(),
  ];
  const found = folders.find(
    (one) => existsSync(join(one, "initdb")) && existsSync(join(one, "postgres")),
  );
  if (found !== undefined) return found;
  throw new Error("no PostgreSQL is installed");
};

const freePort = async (): Promise<number> => {
  const probe = createServer();
  const port = await new Promise<number>((resolve) => {
    probe.listen(0, "127.0.0.1", () => resolve((probe.address() as { port: number }).port));
  });
  await new Promise((resolve) => probe.close(resolve));
  return port;
};
