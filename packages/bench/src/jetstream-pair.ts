import { jetstream, jetstreamManager } from "@nats-io/jetstream";
import { connect } from "@nats-io/transport-node";
import { jetStreamOptionsOf, openJetStreamStorage } from "@tongket/store-jetstream";
import { headerOf, type Pair } from "./pair.ts";

/** On one server, or with `?replicas=3` on three. */
export const jetstreamPair = async (url: string): Promise<Pair> => {
  const { replicas = 1, ...login } = jetStreamOptionsOf(url);
  const name = `bench-${Date.now()}`;
  const storage = await openJetStreamStorage({ ...login, replicas });
  const store = await storage.create(headerOf(name));
  const connection = await connect(login);
  const { streams } = await jetstreamManager(connection);
  await streams.add({
    name,
    subjects: [name],
    num_replicas: replicas,
    discard: "new",
    deny_delete: true,
    deny_purge: true,
  });
  const client = jetstream(connection);
  await client.publish(name, "the header");
  return {
    name: `JetStream R${replicas}`,
    store,
    raw: async (records) => {
      for (const { position, text } of records) {
        await client.publish(name, text, { expect: { streamName: name, lastSequence: position } });
      }
    },
    close: async () => {
      await connection.close();
      await store.close();
      await storage.close();
    },
  };
};
