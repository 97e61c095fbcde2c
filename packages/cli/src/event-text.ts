import { addressOf, canonicalJson, type RecordedEvent } from "@tongket/core";
import { escaped, type Lang, plainText, sayDate } from "@tongket/core/messages";
import { namePeople } from "@tongket/vault";
import type { Names } from "./names.ts";

/** An event on one line: its address and day, its type, and its data one by one, cut if long. */
export const eventText = (event: RecordedEvent, lang: Lang, names: Names): string => {
  const people = peopleOf(event);
  const data = Object.entries(event.data as object).map(
    ([member, value]) => `${member}=${valueText(value, people, names)}`,
  );
  const day = sayDate(lang, event.effectiveOn).padEnd(dayWidth(lang));
  return [addressOf(event).padEnd(8), day, event.type, ...data].join(" ");
};

/** How long a day is at most, by what its month is called. */
const dayWidth = (lang: Lang): number =>
  Math.max(...months.map((month) => sayDate(lang, `2000-${month}-30`).length));

const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, "0"));

/** An event for machines: as it is recorded, with its address, and names where they are asked. */
export const eventJson = (event: RecordedEvent, names: Names): object => {
  const { position: _p, index: _i, ...recorded } = event;
  const called = [...peopleOf(event)].flatMap((person) => {
    const name = names.get(person);
    return name === undefined ? [] : [[person, name] as const];
  });
  return {
    address: addressOf(event),
    ...recorded,
    ...(called.length === 0 ? {} : { names: Object.fromEntries(called) }),
  };
};

/** A value on one line, people by name where it is known. */
export const valueText = (value: unknown, people: ReadonlySet<string>, names: Names): string => {
  if (typeof value !== "string") return plainText(canonicalJson(value));
  const name = people.has(value) ? names.get(value) : undefined;
  if (name !== undefined) return `${value} (${escaped(name)})`;
  const text = names.size === 0 ? value : namePeople(value, (person) => names.get(person));
  return /^[\w.:/-]+$/.test(text) ? plainText(text) : `“${plainText(text)}”`;
};

const personTag = "person:";

const peopleOf = (event: RecordedEvent): ReadonlySet<string> =>
  new Set(
    event.tags.flatMap((tag) => (tag.startsWith(personTag) ? [tag.slice(personTag.length)] : [])),
  );
