import {
  addressOf,
  allLaws,
  claimsOf,
  type RecordedEvent,
  rulebookFor,
  tagKey,
} from "@tongket/core";
import { byEffect, type EventStore, eventsOf, type StoredCommit, within } from "@tongket/core/log";
import { say } from "@tongket/core/messages";
import { shippedPacks } from "@tongket/core/rulebook";
import type { Call, Ending, Run } from "../call.ts";
import { eventJson, eventText, valueText } from "../event-text.ts";
import { callFailure } from "../fault.ts";
import { withLedger } from "../ledger.ts";
import { asText } from "../lines.ts";
import { type Names, namesFor } from "../names.ts";
import { horizonOf } from "../options.ts";
import { plain } from "../plain.ts";
import { fateLines, type Reversals, readReversals } from "../reversals.ts";
import { standingEvents } from "../standing-events.ts";
import { type ShowTelling, subjectLines } from "../subject-lines.ts";

/** Shows a subject: where it stands, and the facts in order of effect; or one event or commit. */
export const run: Run = async (call) => {
  const [, subject = ""] = call.arguments;
  const place = /^([1-9]\d{0,15})(?:\.(0|[1-9]\d{0,5}))?$/.exec(subject);
  return withLedger(call, async (store) => {
    const names = await namesFor(call, store, horizonOf(call));
    if (place === null) {
      const rulebook = await rulebookFor(store, shippedPacks);
      const about = await aboutSubject(store, subject, call);
      return subjectShown(about, { lang: call.lang, names, rulebook });
    }
    const stored = await commitAt(store, Number(place[1]));
    const events = stored === undefined ? [] : eventsOf(stored.commit);
    const [, , index] = place;
    const asked = events.filter(
      (event) =>
        (index === undefined || event.index === Number(index)) && within(event, horizonOf(call)),
    );
    if (stored === undefined || asked.length === 0) throw nothingKnown(call, subject);
    const reversals = await readReversals(store, horizonOf(call));
    return commitShown(call, { stored, events: asked, reversals }, names);
  });
};

interface About {
  readonly tag: string;
  /** The standing facts, in order of effect. */
  readonly events: readonly RecordedEvent[];
}

/** The facts about a subject, named by its tag or by the part behind its prefix. */
const aboutSubject = async (store: EventStore, subject: string, call: Call): Promise<About> => {
  const [, person] = /^member:(.+)$/.exec(subject) ?? [];
  if (person !== undefined) {
    throw callFailure("MemberIsPerson", { subject, person: `person:${person}` });
  }
  const found: RecordedEvent[] = [];
  const selection = { query: "all", horizon: horizonOf(call), all: false } as const;
  for await (const event of standingEvents(store, selection)) {
    if (event.tags.some((tag) => isNamed(tag, subject))) found.push(event);
  }
  const tags = [...new Set(found.flatMap((event) => event.tags as readonly string[]))];
  const named = tags.includes(subject) ? [subject] : tags.filter((tag) => isNamed(tag, subject));
  const [tag] = named;
  if (tag === undefined) {
    throw subject.includes(":")
      ? nothingKnown(call, subject)
      : callFailure("SubjectUnclear", { subject });
  }
  if (named.length > 1) throw callFailure("SubjectAmbiguous", { subject, tags: named });
  const events = found.filter((event) => (event.tags as readonly string[]).includes(tag));
  return { tag, events: events.toSorted(byEffect) };
};

const nothingKnown = (call: Call, subject: string) => {
  const { asOf } = horizonOf(call);
  return callFailure("NothingKnown", { subject, asOf });
};

const isNamed = (tag: string, subject: string): boolean =>
  tag === subject || tagKey(tag) === subject;

const commitAt = async (store: EventStore, position: number): Promise<StoredCommit | undefined> => {
  for await (const batch of store.read({ after: position - 1, limit: 1 })) {
    return batch.find(({ commit }) => commit.position === position);
  }
  return undefined;
};

/** What the laws of a subject know of it at the end of its facts. */
const stateOf = ({ tag, events }: About): object =>
  Object.assign(
    {},
    ...allLaws
      .filter(({ on }) => tag === on || tag.startsWith(`${on}:`))
      .map((law) => {
        const state = law.initial(tag as never);
        for (const event of events) law.evolve(state, event as never, claimsOf(event));
        return plain(state);
      }),
  );

const subjectShown = (about: About, telling: ShowTelling): Ending => {
  const { tag, events } = about;
  const { lang, names } = telling;
  const state = stateOf(about);
  return {
    result: { subject: tag, state, events: events.map((event) => eventJson(event, names)) },
    words: asText([
      tag,
      ...subjectLines(tag, state, telling),
      say(lang, "show.facts", { count: events.length }),
      ...events.flatMap((event) => [
        eventText(event, lang, names),
        ...fateLines(event, lang, new Map()),
      ]),
    ]),
  };
};

const commitShown = (
  { lang }: Call,
  {
    stored: { commit, hash },
    events,
    reversals,
  }: {
    readonly stored: StoredCommit;
    readonly events: readonly RecordedEvent[];
    readonly reversals: Reversals;
  },
  names: Names,
): Ending => {
  const { position, recordedAt, actor, commandId, note } = commit;
  const of = { position, recordedAt, actor, commandId, note, hash };
  return {
    result: {
      ...of,
      events: events.map((event) => {
        const reversedBy = reversals.get(addressOf(event));
        return { ...eventJson(event, names), ...(reversedBy === undefined ? {} : { reversedBy }) };
      }),
    },
    words: asText([
      ...fieldsOf(plain(of) as object, names),
      ...events.flatMap((event) => [
        eventText(event, lang, names),
        ...fateLines(event, lang, reversals),
      ]),
    ]),
  };
};

const fieldsOf = (value: object, names: Names): readonly string[] =>
  Object.entries(value).map(([name, one]) => `  ${name}: ${valueText(one, new Set(), names)}`);
