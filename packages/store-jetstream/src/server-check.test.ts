import { inspect } from "node:util";
import { jetstreamManager } from "@nats-io/jetstream";
import { connect, type ServerInfo } from "@nats-io/transport-node";
import { describe, expect, onTestFinished, test } from "vitest";
import { isMissing, startNats } from "../../../.config/nats-server.ts";
import { startOldServer } from "../test/old-server.ts";
import { openJetStreamStorage } from "./index.ts";
import { demandAccount } from "./server-check.ts";

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

  test("that leaves a gap where an account is full is refused with a limited one", async () => {
    const running = await startNats(1, { account: "max_file: 4MB" });
    onTestFinished(running.stop);
    const connection = await connect(running.login);
    onTestFinished(() => connection.close());
    const account = await (await jetstreamManager(connection)).getAccountInfo();
    const demand = async (version: string) =>
      demandAccount({ version } as ServerInfo, account, "here");
    const unfit = { fault: "StorageUnfit", facts: { setting: "max_storage", found: 4_194_304 } };
    for (const version of ["2.9.10", "2.10.18"]) {
      await expect(demand(version)).rejects.toMatchObject(unfit);
    }
    for (const version of ["2.10.19", "2.12.0"]) await demand(version);
    const opening = openJetStreamStorage(running.login).then((storage) => storage.close());
    if (connection.info?.version.startsWith("2.9.")) {
      await expect(opening).rejects.toMatchObject(unfit);
    } else await opening;
  });

  test("of the same kind is refused with an account whose streams are limited", () => {
    const unlimited = { max_storage: -1, storage_max_stream_bytes: 0 };
    const ofStream = { max_storage: -1, storage_max_stream_bytes: 1000 };
    const demand = (account: object) => () =>
      demandAccount(
        { version: "2.9.10" } as ServerInfo,
        account as Parameters<typeof demandAccount>[1],
        "here",
      );
    expect(demand({ limits: unlimited })).not.toThrow();
    expect(demand({ limits: ofStream })).toThrow("storage_max_stream_bytes");
    // An account in tiers has no limits of its own.
    const none = { max_storage: 0, storage_max_stream_bytes: 0 };
    expect(demand({ limits: none, tiers: { R1: { limits: unlimited } } })).not.toThrow();
    expect(demand({ limits: none, tiers: { R3: { limits: ofStream } } })).toThrow("max_stream");
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
