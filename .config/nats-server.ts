import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { jetstreamManager } from "@nats-io/jetstream";
import { connect } from "@nats-io/transport-node";
import { freePort } from "./free-port.ts";
import {
  giveToServer,
  newServerFolder,
  type ServerProcess,
  startServer,
} from "./server-process.ts";

/** A real nats-server with JetStream, alone or as a cluster, that goes with all it stored. */
export interface NatsServers {
  /** How to connect to them. */
  readonly login: { readonly servers: string[]; readonly user: string; readonly pass: string };
  readonly nodes: readonly Node[];
  stop(): Promise<void>;
}

/** The first of them as a URL that holds the login. */
export const urlOf = ({ login: { user, pass, servers } }: NatsServers): string =>
  `nats://${user}:${pass}@${servers[0]}`;

/** One server of them: it may be killed, as by a power failure, and started again. */
interface Node {
  readonly name: string;
  /** Where it keeps what it stores, to be looked into. */
  readonly data: string;
  /** What it has said since it was last started. */
  log(): string;
  /** `fileBlocksMax`: no file of it may grow beyond so many half kilobytes, as on a full disk. */
  start(fileBlocksMax?: number): Promise<void>;
  kill(): Promise<void>;
  /** Lets it end by itself, with all it holds written to its disk. */
  end(): Promise<void>;
}

const binary = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/usr/local/bin"]
  .map((folder) => join(folder, "nats-server"))
  .find((path) => existsSync(path));

/** Without a nats-server the tests leave themselves out, unless `TONGKET_SERVERS=required`. */
export const isMissing = binary === undefined && process.env["TONGKET_SERVERS"] !== "required";

/**
 * Starts as many servers on free ports: one, or a cluster of three. Added are `settings`, and what
 * is said of a server's `storage` and of what the `account` may store there.
 */
export const startNats = async (
  count: 1 | 3 = 1,
  { withJetStream = true, storage = "", account = "", settings = "" } = {},
): Promise<NatsServers> => {
  const folder = newServerFolder("jetstream");
  const login = { user: "tongket", pass: "s3cret" };
  const known = `user: ${login.user}, password: ${login.pass}`;
  const ports = await Promise.all(Array.from({ length: 2 * count }, freePort));
  const [clients, routes] = [ports.slice(0, count), ports.slice(count)];
  const nodes = clients.map((port, index) => {
    const name = `node${index + 1}`;
    const path = join(folder, name);
    mkdirSync(path);
    giveToServer(path);
    const config = join(folder, `${name}.conf`);
    const cluster = count === 1 ? "" : clusterOf(routes, index);
    writeFileSync(
      config,
      `server_name: ${name}, listen: "127.0.0.1:${port}"
       ${withJetStream ? `jetstream { store_dir: "${path}", ${storage} }` : ""}
       ${account === "" ? `authorization { ${known} }` : accountOf(account, known)}
       ${cluster}
       ${settings}`,
    );
    return nodeOf(name, path, config);
  });
  const stop = async () => {
    await Promise.all(nodes.map((node) => node.kill()));
    rmSync(folder, { recursive: true, force: true });
  };
  const servers = clients.map((port) => `127.0.0.1:${port}`);
  try {
    await Promise.all(nodes.map((node) => node.start()));
    if (withJetStream) await untilTheyKeepStreams({ ...login, servers }, count);
  } catch (error) {
    await stop();
    throw error;
  }
  return { login: { ...login, servers }, nodes, stop };
};

/** A cluster that has started still has to find its members: until then it keeps no stream. */
const untilTheyKeepStreams = async (login: NatsServers["login"], count: number): Promise<void> => {
  const connection = await connect(login);
  try {
    for (let tries = 0; ; tries += 1) {
      try {
        const { streams } = await jetstreamManager(connection);
        await streams.add({ name: "probe", subjects: ["probe"], num_replicas: count });
        await streams.delete("probe");
        return;
      } catch (error) {
        if (tries > 100) throw error;
        await sleep(200);
      }
    }
  } finally {
    await connection.close();
  }
};

const accountOf = (limits: string, known: string): string =>
  `accounts { tests { jetstream { ${limits} }, users: [{ ${known} }] } }`;

const clusterOf = (routes: readonly number[], index: number): string => {
  const urls = routes.map((port) => `nats://127.0.0.1:${port}`).join(", ");
  return `cluster { name: tongket, listen: "127.0.0.1:${routes[index]}", routes: [${urls}] }`;
};

const nodeOf = (name: string, data: string, config: string): Node => {
  let running: ServerProcess | undefined;
  return {
    name,
    data,
    log: () => running?.log() ?? "",
    start: async (fileBlocksMax) => {
      if (binary === undefined) throw new Error("no nats-server is installed here");
      const limited = ["-c", `ulimit -f ${fileBlocksMax ?? "unlimited"}; exec "$@"`, "sh"];
      running = await startServer("sh", [...limited, binary, "-c", config], "Server is ready");
    },
    kill: async () => running?.end("SIGKILL"),
    end: async () => running?.end("SIGTERM"),
  };
};
