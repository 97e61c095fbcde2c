import type { RecordedEvent } from "@tongket/core";
import type { Head, Horizon } from "@tongket/core/log";
import { type Books, keepBooks, wantedByBooks } from "@tongket/core/projections";
import {
  projected,
  Replaying,
  trusted,
  validated,
  type WantedOf,
  type Way,
} from "@tongket/core/replay";
import { demandEqual } from "./law-broken.ts";

/** What records behind a head come to; a fault, as a text, where they cannot be read. */
const booksBy = (way: Way, lines: Uint8Array, from: Head): Books | string => {
  const books = keepBooks();
  const replaying = new Replaying(from, way, books.take);
  try {
    replaying.lines(lines);
    return books.close();
  } catch (error) {
    return String(error);
  }
};

/**
 * What the projected way takes of records behind a head, of each event no more than is wanted: by
 * its values, or by the event. The fault that ends them stands last.
 */
const takenBy = (
  what: "values" | "events",
  wantedOf: WantedOf,
  lines: Uint8Array,
  from: Head,
): readonly unknown[] => {
  const taken: unknown[] = [];
  const asked: WantedOf = (type) => {
    const wanted = wantedOf(type);
    if (typeof wanted === "string" || what === "events") return wanted;
    return { ...wanted, takeValues: (day, values) => taken.push([type, day, ...values]) };
  };
  const replaying = new Replaying(from, projected(asked), (event, actor) => {
    const wanted = wantedOf(event.type);
    const data = event.data as { readonly [member: string]: unknown };
    const isWhole =
      typeof wanted === "string" ||
      wanted.onlyIf !== undefined ||
      wanted.wholeWith?.some((member) => data[member] !== undefined);
    if (isWhole) taken.push([event, actor]);
    else taken.push([event.type, event.effectiveOn, ...wanted.members.map((one) => data[one])]);
  });
  try {
    replaying.lines(lines);
  } catch (error) {
    taken.push(String(error));
  }
  return taken;
};

/** Books of what lies within a horizon, by all their events, or as they ask for them themselves. */
const booksWithin = (
  how: "events" | "asAsked",
  horizon: Horizon,
  lines: Uint8Array,
  from: Head,
): Books => {
  const books = keepBooks(horizon);
  const way = how === "events" ? trusted : projected(books.wantedOf);
  new Replaying(from, way, books.take).lines(lines);
  return books.close();
};

/** Nothing left out, and what had taken effect, or was known, when an event in the middle was. */
const horizonsIn = (lines: Uint8Array, from: Head): readonly Horizon[] => {
  const events: RecordedEvent[] = [];
  new Replaying(from, trusted, (event) => events.push(event)).lines(lines);
  const middle = events[events.length >> 1];
  if (middle === undefined) return [{}];
  const { effectiveOn: asOf, recordedAt: knownAt } = middle;
  return [{}, { asOf }, { knownAt }];
};

/** Reads one record after another. */
const oneByOne = ({ record }: Way): Way => ({ record });

/**
 * The law of the three ways, over the records of any ledger: where the validated way reads them,
 * the trusted and the projected way give the same books, and books within any horizon are the same
 * whether they take every event or what they ask for. Of lines that are not as they were written,
 * the faster ways give the same as each other, or one of them a fault. No way reads many records
 * otherwise than one by one, nor takes values that are not those of the events. Gives whether the
 * validated way read them.
 */
export const waysAgree = (
  lines: Uint8Array,
  from: Head,
  wantedOf: WantedOf = wantedByBooks,
): "read" | "refused" => {
  const by = (way: Way) => booksBy(way, lines, from);
  const [held, parsed] = [by(oneByOne(validated)), by(oneByOne(trusted))];
  const walked = by(projected(wantedOf));
  demandEqual("validated = one by one", { found: by(validated), expected: held });
  demandEqual("trusted = one by one", { found: by(trusted), expected: parsed });
  demandEqual("values = events", {
    found: takenBy("values", wantedOf, lines, from),
    expected: takenBy("events", wantedOf, lines, from),
  });
  if (typeof held !== "string") {
    demandEqual("trusted = validated", { found: parsed, expected: held });
    demandEqual("projected = validated", { found: walked, expected: held });
    for (const horizon of horizonsIn(lines, from)) {
      const found = booksWithin("asAsked", horizon, lines, from);
      const expected = booksWithin("events", horizon, lines, from);
      demandEqual("books as they ask = books of all events", { found, expected, where: horizon });
    }
  }
  if (typeof parsed !== "string" && typeof walked !== "string") {
    demandEqual("projected = trusted", { found: walked, expected: parsed });
  }
  return typeof held === "string" ? "refused" : "read";
};
