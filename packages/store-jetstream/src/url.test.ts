import { expect, test } from "vitest";
import { jetStreamOptionsOf } from "./url.ts";

test.each([
  ["nats://here", { servers: "here:4222" }],
  ["nats://here:4300/?replicas=3", { servers: "here:4300", replicas: 3 }],
  ["nats://an:b%40c@here:4222", { servers: "here:4222", user: "an", pass: "b@c" }],
  ["nats://t0ken@here", { servers: "here:4222", token: "t0ken" }],
  ["tls://here", { servers: "here:4222", tls: {} }],
])("%s says how to connect", (url, options) => {
  expect(jetStreamOptionsOf(url)).toEqual(options);
});

test.each([
  ["nats://here?replica=3", { parameter: "replica", known: "replicas" }],
  ["nats://here?replicas=3&x", { parameter: "x", known: "replicas" }],
  ...["abc", "", "2", "1e0", "-1", "7"].map(
    (found) =>
      [
        `nats://here?replicas=${found}`,
        { parameter: "replicas", found, needed: "1, 3, 5" },
      ] as const,
  ),
  [
    "nats://here?replicas=3&replicas=1",
    { parameter: "replicas", found: "3, 1", needed: "1, 3, 5" },
  ],
] as const)("%s is refused", (url, facts) => {
  const refusal = expect.objectContaining({ fault: "StorageUrlUnclear", facts });
  expect(() => jetStreamOptionsOf(url)).toThrow(refusal);
});
