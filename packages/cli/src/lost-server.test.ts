import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isMissing, startNats, urlOf } from "../../../.config/nats-server.ts";
import { startPostgres } from "../../../.config/postgres-server.ts";
import { runHere, started } from "./trial-run.ts";

let home: string;
let file: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "tongket-lost-"));
  file = join(home, "many.jsonl");
  const lines = Array.from({ length: 3000 }, (_, at) =>
    JSON.stringify({
      command: "CarryInBranch",
      actor: "clerk",
      effectiveOn: "2012-01-01",
      data: { branch: `b${at}`, kind: "upper-committee", name: "x" },
    }),
  );
  writeFileSync(file, lines.join("\n"));
});
afterAll(() => rmSync(home, { recursive: true }));

/** Asks the program to end, and gives when that was. */
const signalledAt = (child: ChildProcess, signal: NodeJS.Signals): number => {
  child.kill(signal);
  return performance.now();
};

const positionIn = async (place: string): Promise<number> =>
  JSON.parse((await runHere(["verify", place, "--json"])).out).head.position;

/** Waits until a recording has written some. */
const untilAtWork = async (place: string): Promise<void> => {
  while ((await positionIn(place)) < 20) await sleep(20);
};

test.each([
  ["postgres", "SIGTERM", 143],
  ["nats", "SIGINT", 130],
] as const)(
  "a %s server that takes a connection and never answers is left at %s",
  async (scheme, signal, exit) => {
    const silent = createServer((socket) => socket.on("error", () => {})).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const { port } = silent.address() as AddressInfo;
    let from = 0;
    const place = `${scheme}://127.0.0.1:${port}/d?ledger=l`;
    const told = await started(["log", place], (child) => {
      silent.once("connection", async () => {
        await sleep(100);
        from = signalledAt(child, signal);
      });
    });
    expect([told.exit, told.err]).toEqual([exit, expect.stringContaining("[Interrupted]")]);
    expect(performance.now() - from).toBeLessThan(3000);
    silent.close();
  },
);

test.skipIf(isMissing)("SIGTERM ends the wait for a server that was killed", async () => {
  const servers = await startNats();
  try {
    const place = `${urlOf(servers)}?ledger=l`;
    await runHere(["init", place], { now: new Date().toISOString() });
    let from = 0;
    const told = await started(["record", place, file], async (child) => {
      await untilAtWork(place);
      await servers.nodes[0]?.kill();
      await sleep(1000);
      from = signalledAt(child, "SIGTERM");
    });
    expect(performance.now() - from).toBeLessThan(3000);
    expect([told.exit, told.err]).toEqual([143, expect.stringContaining("[Interrupted]")]);
    const standing = /^([\d,]+) of 3,000 stand: .* ends at position ([\d,]+)\./.exec(told.out);
    expect(standing?.[1]).toBe(standing?.[2]);
    await servers.nodes[0]?.start();
    // Of the last group some may have been written, and the answer lost.
    const acknowledged = Number(standing?.[1]?.replace(",", ""));
    const more = (await positionIn(place)) - acknowledged;
    expect([more >= 0, more < 300]).toEqual([true, true]);
  } finally {
    await servers.stop();
  }
});

test("what stands is told when the server is lost on the way", async () => {
  const server = await startPostgres();
  const place = `${server.url}?ledger=l`;
  await runHere(["init", place], { now: new Date().toISOString() });
  const told = await started(["record", place, file], async () => {
    await untilAtWork(place);
    await server.stop();
  });
  expect([told.exit, told.err]).toEqual([2, expect.stringContaining("[StorageUnreachable]")]);
  const standing = /^([\d,]+) of 3,000 stand: .* ends at position ([\d,]+)\./.exec(told.out);
  expect(standing?.[1]).toBe(standing?.[2]);
});
