import { jetstream, jetstreamManager } from "@nats-io/jetstream";
import { connect, type NodeConnectionOptions } from "@nats-io/transport-node";
import {
  type ChainVerdict,
  type FaultsOf,
  hashedText,
  LedgerFault,
  type LedgerHeader,
  type LedgerStorage,
  type VerifyOptions,
} from "@tongket/core/log";
import { answeredWithin, patienceOf } from "./attempts.ts";
import {
  connectionFault,
  isNobodyThere,
  isStreamDifferent,
  isStreamMissing,
  isSubjectTaken,
  jetstreamFault,
  NotYet,
  unfit,
  withoutLogin,
} from "./jetstream-fault.ts";
import { JetStreamLedger, type Serving } from "./jetstream-ledger.ts";
import { type Connected, LedgerStream } from "./ledger-stream.ts";
import { demandAccount, demandServer } from "./server-check.ts";
import { configOf, demandKeeping, ledgerOf, streamOf, subjectOf } from "./stream-config.ts";
import { verdictOn } from "./verify.ts";

/** How to connect is the driver's to say: `servers`, `user` and `pass`, `token`, `tls` and more. */
export interface JetStreamOptions extends NodeConnectionOptions {
  /** On how many servers each ledger is to stand: 1, or 3 or 5 of a cluster; 1. */
  readonly replicas?: number;
  /** How long a definite answer is asked for, also while a cluster elects a leader; 30 s. */
  readonly answerWaitMs?: number;
  /** How often a subscription looks for news; 100 ms. */
  readonly pollMs?: number;
}

/** The ledgers of one account of a server or a cluster. */
export interface JetStreamStorage extends LedgerStorage {
  /**
   * Hashes the stored text of every record and follows the chain. Names the position of any text
   * that was changed, moved or removed. Rejects with `LedgerMissing` where there is no such ledger.
   */
  verify(ledger: string, options?: VerifyOptions): Promise<ChainVerdict>;
  /** Ends the connection; handles of its ledgers are to be closed before. */
  close(): Promise<void>;
}

/**
 * Connects to a server, and sees that it has JetStream and is not too old: else it rejects with
 * `StorageUnfit`; with `StorageDenied` or `StorageUnreachable` where the server does not let it.
 */
export const openJetStreamStorage = async (
  options: JetStreamOptions,
): Promise<JetStreamStorage> => {
  const { replicas = 1, answerWaitMs = 30_000, pollMs = 100, ...ways } = options;
  const storage = withoutLogin([ways.servers ?? "127.0.0.1:4222"].flat().join(", "));
  const faultsOf: FaultsOf = async (work) => {
    try {
      return await work();
    } catch (error) {
      throw jetstreamFault(error, storage);
    }
  };
  const connection = await connect({ ...connecting(answerWaitMs), ...ways }).catch((error) => {
    throw connectionFault(error, storage);
  });
  const patience = patienceOf(answerWaitMs);
  const asking = answeredWithin(patience);
  const timeout = patience.tryMs;
  const connected: Connected = {
    connection,
    manager: await jetstreamManager(connection, { timeout, checkAPI: false }),
    client: jetstream(connection, { timeout }),
    tryMs: timeout,
    storage,
    // The connection may have gone over to another server since the last request.
    answered: (request) =>
      asking(async () => {
        if (connection.info !== undefined) demandServer(connection.info, storage);
        return request();
      }),
  };
  try {
    await faultsOf(() => demandJetStream(connected));
  } catch (error) {
    await connection.close();
    throw error;
  }
  const serving = { faultsOf, pollMs, turnWaitMs: answerWaitMs };
  const open = (ledger: string) =>
    faultsOf(async () => opened(serving, ledger, await standing(connected, ledger, replicas)));
  return {
    create: async (header) => {
      await faultsOf(() => made(connected, header, replicas));
      return open(header.ledger);
    },
    open,
    list: () => faultsOf(() => ledgersOn(connected)),
    verify: (ledger, options = {}) =>
      faultsOf(async () => verdictOn(await standing(connected, ledger, replicas), options)),
    close: () => connection.close(),
  };
};

/** A server that is lost is looked for without end; a call gives up when its time is over. */
const connecting = (answerWaitMs: number): NodeConnectionOptions => ({
  name: "tongket",
  timeout: Math.min(answerWaitMs, 10_000),
  maxReconnectAttempts: -1,
  reconnectTimeWait: 200,
  pingInterval: 10_000,
});

/** One server of a cluster may have none where others have it. */
const demandJetStream = ({ connection, manager, answered, storage }: Connected): Promise<void> =>
  answered(async () => {
    try {
      const account = await manager.getAccountInfo();
      if (connection.info !== undefined) demandAccount(connection.info, account, storage);
    } catch (error) {
      if (!isNobodyThere(error) || connection.info?.jetstream === true) throw error;
      const facts = { setting: "jetstream", found: "none", needed: "on" };
      throw unfit(storage, facts, { cause: error });
    }
  });

/** Makes the stream, unless an earlier try has left it without a header, and writes the header. */
const made = async (
  connected: Connected,
  header: LedgerHeader,
  replicas: number,
): Promise<void> => {
  const { manager, answered } = connected;
  const stream = streamOf(header.ledger);
  const info = await answered(async () => {
    try {
      return await manager.streams.add(configOf(stream, replicas));
    } catch (error) {
      if (isSubjectTaken(error)) throw new NotYet(`the subject of ${stream} is taken`);
      if (!isStreamDifferent(error)) throw error;
      return manager.streams.info(stream);
    }
  });
  demandKeeping(info, replicas);
  const first = { position: 0, text: hashedText(header).text };
  if (await new LedgerStream(connected, stream).write(first)) return;
  throw new LedgerFault("LedgerExists", { ledger: header.ledger });
};

/** A stream without a header is the beginning of a ledger that was never made. */
const ledgersOn = async ({ manager, answered }: Connected): Promise<readonly string[]> =>
  answered(async () => {
    const ids: string[] = [];
    for await (const { config, state } of manager.streams.list(subjectOf("*"))) {
      const ledger = ledgerOf(config.name);
      if (ledger !== undefined && state.messages > 0) ids.push(ledger);
    }
    return ids.toSorted();
  });

/** The stream of a ledger that has a header, and loses nothing. */
const standing = async (
  connected: Connected,
  ledger: string,
  replicas: number,
): Promise<LedgerStream> => {
  const { manager, answered } = connected;
  const name = streamOf(ledger);
  const info = await answered(() => manager.streams.info(name)).catch((error) => {
    if (!isStreamMissing(error)) throw error;
    throw new LedgerFault("LedgerMissing", { ledger }, { cause: error });
  });
  demandKeeping(info, replicas);
  if (info.state.messages === 0)
    throw new LedgerFault("LedgerMissing", { ledger, found: "no header" });
  return new LedgerStream(connected, name);
};

const opened = async (
  serving: Serving,
  ledger: string,
  stream: LedgerStream,
): Promise<JetStreamLedger> => {
  const opening = new JetStreamLedger(serving, stream, (await stream.at(0)).text);
  if (opening.header.ledger === ledger) return opening;
  throw new LedgerFault("NotALedger", { ledger, found: opening.header.ledger });
};
