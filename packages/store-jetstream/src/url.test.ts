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
