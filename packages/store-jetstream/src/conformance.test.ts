import { storeConformance } from "@tongket/testing";
import { afterAll, beforeAll, describe, test } from "vitest";
import { isMissing, type NatsServers, startNats } from "../../../.config/nats-server.ts";
import { type JetStreamStorage, openJetStreamStorage } from "./index.ts";

if (isMissing) console.error("store-jetstream: NOT TESTED, no nats-server is installed here");

describe.skipIf(isMissing)("a server alone", () => {
  let running: NatsServers;
  let storage: JetStreamStorage;
  beforeAll(async () => {
    running = await startNats();
    storage = await openJetStreamStorage({ ...running.login, pollMs: 20 });
  });
  afterAll(async () => {
    await storage?.close();
    await running?.stop();
  });

  for (const { name, prove } of storeConformance(() => storage)) test(name, prove);
});
