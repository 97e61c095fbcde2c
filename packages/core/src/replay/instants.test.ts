import { expect, test, vi } from "vitest";
import { Instant } from "../kernel/date.ts";
import { guardOf } from "../kernel/guard.ts";
import { bytesOf } from "./bytes.ts";
import { Instants } from "./instants.ts";

const isInstant = guardOf(Instant);
const texts = [
  "2012-02-29T23:59:59.999Z",
  "2012-02-29T23:59:60.000Z",
  "2012-02-29T23:59:00.000Z",
  "2012-02-29T24:00:00.000Z",
  "2012-02-29T24:00:00.001Z",
  "2011-02-29T00:00:00.000Z",
  "2012-02-29T00:60:00.000Z",
  "1812-02-29T00:00:00.000Z",
  "2012-02-29 00:00:00.000Z",
  "2012-02-29T00:00:00,000Z",
  "2012-02-29T00:00:0a.000Z",
  "2012-02-29T00:00:00.000z",
];

test("an instant is told from what is none, whatever stood before it", () => {
  const instants = new Instants(isInstant);
  for (const first of texts) {
    for (const second of texts) {
      for (const text of [first, second]) {
        const bytes = bytesOf(`"${text}"`);
        expect([text, instants.holdsAt(bytes, 1)]).toEqual([text, isInstant(text)]);
        expect(instants.textOf(bytes, 1)).toBe(text);
      }
    }
  }
});

test("the guard is asked once of a minute", () => {
  const asked = vi.fn(() => true);
  const instants = new Instants(asked);
  for (const text of texts.slice(0, 5)) instants.holdsAt(bytesOf(text), 0);
  expect(asked.mock.calls).toEqual([["2012-02-29T23:59:00.000Z"], ["2012-02-29T24:00:00.000Z"]]);
});
