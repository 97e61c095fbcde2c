import { storeConformance } from "@tongket/testing";
import { afterAll, beforeAll, describe, test } from "vitest";
import { isMissing, type NatsServers, startNats } from "../../../.config/nats-server.ts";
import { type JetStreamStorage, openJetStreamStorage } from "./index.ts";

/** At once, because each new ledger elects a leader, which is most of the time it takes. */
describe.skipIf(isMissing).concurrent("a cluster of three, each ledger on all of them", () => {
  let running: NatsServers;
  let storage: JetStreamStorage;
  beforeAll(async () => {
    running = await startNats(3);
    storage = await openJetStreamStorage({ ...running.login, replicas: 3, pollMs: 20 });
  });
  afterAll(async () => {
    await storage?.close();
    await running?.stop();
  });

  for (const { name, prove } of storeConformance(() => storage)) test(name, prove);
});
