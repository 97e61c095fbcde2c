import { inspect } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { isMissing, startNats } from "../../../.config/nats-server.ts";
import { startOldServer } from "../test/old-server.ts";
import { openJetStreamStorage } from "./index.ts";

/** The fault with which a server is refused that tells this of itself. */
const refusalOf = async (told: object): Promise<unknown> => {
  const server = await startOldServer(told);
  const options = { servers: server.address, answerWaitMs: 1000 };
  const refusal = await openJetStreamStorage(options).catch((error: unknown) => error);
  await server.stop();
  return refusal;
};

const max_payload = 1_048_576;

test("a server that is too old is refused", async () => {
  for (const version of ["2.9.9", "2.8.14", "1.99.99"]) {
    expect(await refusalOf({ version, max_payload })).toMatchObject({
      fault: "StorageUnfit",
      facts: { setting: "version", found: version, needed: "2.9.10" },
    });
  }
});

test("a newer one is not, nor one before a release; it is asked for JetStream", async () => {
  for (const version of ["2.9.10", "2.10.0", "2.12.0-RC.1", "3.0.0"]) {
    expect(await refusalOf({ version, max_payload })).toMatchObject({
      fault: "StorageUnreachable",
      facts: { code: "TimeoutError" },
    });
  }
});

test("a server that takes no message of a commit's size is refused", async () => {
  expect(await refusalOf({ version: "2.11.0", max_payload: 65_536 })).toMatchObject({
    fault: "StorageUnfit",
    facts: { setting: "max_payload", found: 65_536 },
  });
});

describe.skipIf(isMissing)("a server", () => {
  test("without JetStream is refused", async () => {
    const running = await startNats(1, { withJetStream: false });
    onTestFinished(running.stop);
    await expect(openJetStreamStorage(running.login)).rejects.toMatchObject({
      fault: "StorageUnfit",
      facts: { setting: "jetstream" },
    });
  });

  test("is refused a wrong password, and no fault tells a password", async () => {
    const running = await startNats();
    onTestFinished(running.stop);
    const { servers } = running.login;
    const wrong = [
      { ...running.login, pass: "n0t-it" },
      { servers: servers.map((one) => `nats://tongket:n0t-it@${one}`) },
    ];
    for (const options of wrong) {
      const failed = await openJetStreamStorage(options).catch((error: unknown) => error);
      expect(failed).toMatchObject({ fault: "StorageDenied" });
      expect(inspect(failed)).toContain(servers[0]);
      expect(inspect(failed)).not.toContain("n0t-it");
    }
  });
});

test("a server that is not there is a fault", async () => {
  await expect(openJetStreamStorage({ servers: "127.0.0.1:1" })).rejects.toMatchObject({
    fault: "StorageUnreachable",
    facts: { storage: "127.0.0.1:1" },
  });
  const noPort = "nats://a:n0t-it@127.0.0.1:none";
  const failed = await openJetStreamStorage({ servers: noPort }).catch((error: unknown) => error);
  expect(failed).toMatchObject({ fault: "StorageFailed" });
  expect(inspect(failed)).not.toContain("n0t-it");
});
