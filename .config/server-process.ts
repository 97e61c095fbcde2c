import { spawn } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A server that a test runs as a process of its own. */
export interface ServerProcess {
  /** What it has said so far. */
  log(): string;
  /** Sends it a signal, and waits until it has ended. */
  end(signal: NodeJS.Signals): Promise<void>;
}

const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };

/** How its programs are run: as nobody where this is root, since PostgreSQL refuses to be root. */
export const asServer = { ...(isRoot ? nobody : {}), env: { PATH: process.env["PATH"] } };

/** Gives a folder or file to whoever runs the server. */
export const giveToServer = (path: string): void => {
  if (isRoot) chownSync(path, nobody.uid, nobody.gid);
};

/** A new folder for all that a server keeps. */
export const newServerFolder = (name: string): string => {
  const folder = mkdtempSync(join(tmpdir(), `tongket-${name}-`));
  chmodSync(folder, 0o755);
  giveToServer(folder);
  return folder;
};

/** Starts a server, and waits until it says on its standard error that it is ready. */
export const startServer = async (
  binary: string,
  args: readonly string[],
  ready: string,
): Promise<ServerProcess> => {
  const server = spawn(binary, args, { ...asServer, stdio: ["ignore", "ignore", "pipe"] });
  let told = "";
  await new Promise<void>((resolve, reject) => {
    server.stderr.setEncoding("utf8").on("data", (text: string) => {
      told += text;
      if (told.includes(ready)) resolve();
    });
    server.once("error", reject);
    server.once("exit", () => reject(new Error(`no "${ready}": ${told.slice(-4000)}`)));
  });
  return {
    log: () => told,
    end: async (signal) => {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill(signal);
      await ended;
    },
  };
};
