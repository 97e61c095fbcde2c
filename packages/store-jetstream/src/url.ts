import { LedgerFault } from "@tongket/core/log";
import type { JetStreamOptions } from "./jetstream-storage.ts";

/**
 * What a URL says of a server: `nats://user:password@host:4222?replicas=3`, or `tls://…`. A user
 * without a password is a token, as the tools of NATS have it. Throws `StorageUrlUnclear` on any
 * other parameter, and where `replicas` is not 1, 3 or 5.
 */
export const jetStreamOptionsOf = (text: string): JetStreamOptions => {
  const url = new URL(text);
  const servers = `${url.hostname}:${url.port === "" ? "4222" : url.port}`;
  const [user, pass] = [url.username, url.password].map(decodeURIComponent) as [string, string];
  const replicas = replicasIn(url.searchParams);
  return {
    servers,
    ...(user === "" ? {} : pass === "" ? { token: user } : { user, pass }),
    ...(url.protocol === "tls:" ? { tls: {} } : {}),
    ...(replicas === undefined ? {} : { replicas }),
  };
};

/** A typo would keep fewer copies than were asked for, and nobody would see it. */
const replicasIn = (parameters: URLSearchParams): number | undefined => {
  const unknown = [...parameters.keys()].find((name) => name !== "replicas");
  if (unknown !== undefined) {
    throw new LedgerFault("StorageUrlUnclear", { parameter: unknown, known: "replicas" });
  }
  const given = parameters.getAll("replicas");
  if (given.length === 0) return undefined;
  const found = given.join(", ");
  if (["1", "3", "5"].includes(found)) return Number(found);
  const facts = { parameter: "replicas", found, needed: "1, 3, 5" };
  throw new LedgerFault("StorageUrlUnclear", facts);
};
