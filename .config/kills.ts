/**
 * `npm run kills -- sqlite 1000`: a process appends to a ledger and is killed with -9 at a random
 * moment, again and again. Every acknowledged commit must stand where it was told, once, and every
 * record be true of its hash and follow the one before. For postgres and jetstream the third word
 * is a URL.
 */
import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hashOfText } from "@tongket/core/log";
import { openKept } from "./kept-stores.ts";

const [kind = "sqlite", rounds = "100", url] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "tongket-kills-"));
const place = url ?? folder;
const ledger = `kills-${Date.now()}`;
const storage = await openKept(kind, place);
const createdAt = new Date().toISOString() as never;
const header = { createdAt, ledger, regime: "vn-party", tongket: 1 } as const;
const made = await storage.create(header);
const { headerHash } = made;
await made.close();
const writer = fileURLToPath(new URL("./kill-writer.ts", import.meta.url));

const acknowledged = new Map<string, number>();
const stands = new Map<string, number>();
let last = { position: 0, hash: headerHash };
let faults = 0;
const fault = (what: string): void => {
  faults += 1;
  console.error(what);
};

/** One life of a writer, ended a random while after it has begun to write. */
const live = (run: number): Promise<void> =>
  new Promise((resolve) => {
    const child = fork(writer, [kind, place, ledger, `r${run}`], { stdio: "inherit" });
    const kill = () => child.kill("SIGKILL");
    let timer: NodeJS.Timeout | undefined;
    child.on("message", ([id, position]: [string, number]) => {
      acknowledged.set(id, position);
      timer ??= setTimeout(kill, Math.random() * 30);
    });
    child.on("exit", (code) => {
      clearTimeout(timer);
      if (code !== null) fault(`run ${run} ended by itself, with ${code}`);
      resolve();
    });
  });

const look = async (): Promise<void> => {
  const store = await storage.open(ledger);
  for await (const batch of store.read({ after: last.position })) {
    for (const { commit, hash, text } of batch) {
      const { position, prev, commandId, events } = commit;
      const follows = position === last.position + 1 && prev === last.hash;
      if (!follows || hashOfText(text) !== hash)
        fault(`${position} does not follow, or is not whole`);
      if (events.length !== 3) fault(`${position} is half a commit`);
      if (stands.has(commandId)) fault(`${commandId} stands twice`);
      stands.set(commandId, position);
      last = { position, hash };
    }
  }
  await store.close();
  for (const [id, position] of acknowledged) {
    if (stands.get(id) !== position) fault(`${id} was acknowledged at ${position} and is lost`);
  }
};

for (let run = 1; run <= Number(rounds); run += 1) {
  await live(run);
  await look();
}
await storage.close?.();
rmSync(folder, { recursive: true });
console.log(
  `${kind}: ${rounds} kills, ${acknowledged.size} commits acknowledged, ` +
    `${stands.size - acknowledged.size} more written and not yet acknowledged, ${faults} faults`,
);
process.exitCode = faults === 0 ? 0 : 1;
