import type { JetStreamOptions } from "./jetstream-storage.ts";

/**
 * What a URL says of a server: `nats://user:password@host:4222?replicas=3`, or `tls://…`. A user
 * without a password is a token, as the tools of NATS have it.
 */
export const jetStreamOptionsOf = (text: string): JetStreamOptions => {
  const url = new URL(text);
  const servers = `${url.hostname}:${url.port === "" ? "4222" : url.port}`;
  const [user, pass] = [url.username, url.password].map(decodeURIComponent) as [string, string];
  const replicas = url.searchParams.get("replicas");
  return {
    servers,
    ...(user === "" ? {} : pass === "" ? { token: user } : { user, pass }),
    ...(url.protocol === "tls:" ? { tls: {} } : {}),
    ...(replicas === null ? {} : { replicas: Number(replicas) }),
  };
};
