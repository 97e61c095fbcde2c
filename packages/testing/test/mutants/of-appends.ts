import {
  commandIdsOf,
  commitAfter,
  hasMatch,
  matches,
  nothing,
  type Query,
  type StoredCommit,
} from "@tongket/core/log";
import { allOf, type Fault, type Mutant } from "./faulty.ts";

const anyway = { failIfMatch: nothing, after: 0 };

/** Judges conditions by a meaning of its own. */
const judgingBy =
  (isMet: (query: Query, stored: StoredCommit) => boolean): Fault =>
  (store) => ({
    append: async (draft, { failIfMatch, after }, now) => {
      const met = (await allOf(store, { after })).find((one) => isMet(failIfMatch, one));
      if (met !== undefined && (await store.find(draft.commandId)) === undefined) {
        return { append: "Conflict", position: met.commit.position };
      }
      return store.append(draft, { failIfMatch: nothing, after }, now);
    },
  });

const eachItem =
  (isMet: (item: Exclude<Query, "all">["items"][number], stored: StoredCommit) => boolean) =>
  (query: Query, stored: StoredCommit): boolean =>
    query === "all" || query.items.some((item) => isMet(item, stored));

export const mutantsOfAppends: readonly Mutant[] = [
  [
    "checks the condition before it takes the lock",
    "races: have one winner under a condition of a tag, and its true position in each " +
      "loser's conflict",
    (store) => ({
      append: async (draft, { failIfMatch, after }, now) => {
        const met = await allOf(store, { after, query: failIfMatch });
        await new Promise((resolve) => setTimeout(resolve, 1));
        return met[0] === undefined
          ? store.append(draft, { failIfMatch: nothing, after }, now)
          : { append: "Conflict", position: met[0].commit.position };
      },
    }),
  ],
  [
    "leaves a commit out on a conflict, and says it is there",
    "an append's condition: of a tag fails where a match stands, which it names, and " +
      "changes nothing",
    (store) => ({
      append: async (draft, condition, now) => {
        const result = await store.append(draft, condition, now);
        if (result.append !== "Conflict") return result;
        return { append: "Appended", stored: commitAfter(await store.head(), draft, now) };
      },
    }),
  ],
  [
    "forgets command ids behind the last hundred commits",
    "command ids: are known behind a thousand others",
    (store) => ({
      append: async (draft, condition, now) => {
        const known = await store.find(draft.commandId);
        const { position } = await store.head();
        return known !== undefined && known.commit.position < position - 100
          ? store.append({ ...draft, commandId: `${draft.commandId}-again` }, condition, now)
          : store.append(draft, condition, now);
      },
    }),
  ],
  [
    "knows a commit by its first command id only",
    "command ids: that a commit takes beside its own are known too",
    (store) => ({
      append: ({ furtherIds: _, ...draft }, condition, now) => store.append(draft, condition, now),
    }),
  ],
  [
    "records at the time of a clock that goes back",
    "appends: are recorded in rising time also where the clock steps back",
    (store) => ({
      append: async (draft, condition, now) => {
        const result = await store.append(draft, condition, now);
        if (result.append !== "Appended") return result;
        const { stored } = result;
        return { ...result, stored: { ...stored, commit: { ...stored.commit, recordedAt: now } } };
      },
    }),
  ],
  [
    "takes any of the tags for all of them",
    "an append's condition: of two tags holds where nothing matches",
    judgingBy(
      eachItem(({ tags, types }, { commit }) =>
        tags.length < 2
          ? hasMatch({ items: [{ tags, types }] }, commit)
          : tags.some((one) => hasMatch({ items: [{ tags: [one], types }] }, commit)),
      ),
    ),
  ],
  [
    "adds up the tags of all events of a commit",
    "an append's condition: of two tags holds where nothing matches",
    judgingBy(
      eachItem(
        ({ tags, types }, { commit }) =>
          matches(
            { items: [{ tags, types: [] }] },
            { type: "", data: {}, tags: commit.events.flatMap((event) => event.tags) },
          ) &&
          (types.length === 0 || commit.events.some(({ type }) => types.includes(type))),
      ),
    ),
  ],
  [
    "takes any year for the one asked for",
    "an append's condition: of a tag, a type and a year holds where nothing matches",
    judgingBy(
      eachItem(({ tags, types }, { commit }) => hasMatch({ items: [{ tags, types }] }, commit)),
    ),
  ],
  [
    "matches no reversal by its original's type",
    "an append's condition: of a type, by the reversal of such an event fails where a match " +
      "stands, which it names, and changes nothing",
    judgingBy(
      eachItem(({ tags, types }, { commit }) =>
        commit.events.some(
          (event) =>
            tags.every((one) => event.tags.includes(one)) &&
            (types.length === 0 || types.includes(event.type)),
        ),
      ),
    ),
  ],
  [
    "judges only the first of several items",
    "an append's condition: of two thousand subjects is judged as one",
    judgingBy((query, { commit }) =>
      hasMatch(query === "all" ? query : { items: query.items.slice(0, 1) }, commit),
    ),
  ],
  [
    "judges the commit at the position too",
    "an append's condition: of a tag holds where the match stands at the position or before",
    (store) => ({
      append: (draft, { failIfMatch, after }, now) =>
        store.append(draft, { failIfMatch, after: Math.max(0, after - 1) }, now),
    }),
  ],
  [
    "names the head in a conflict, and not the match",
    "an append's condition: names the first match behind the position, of several",
    (store) => ({
      append: async (...given) => {
        const result = await store.append(...given);
        if (result.append !== "Conflict") return result;
        return { append: "Conflict", position: (await store.head()).position };
      },
    }),
  ],
  [
    "takes a position beyond the head for the head",
    "an append's condition: behind the head is refused, and changes nothing",
    (store) => ({
      append: async (draft, { failIfMatch, after }, now) => {
        const { position } = await store.head();
        return store.append(draft, { failIfMatch, after: Math.min(after, position) }, now);
      },
    }),
  ],
  [
    "finds another ledger's commands",
    "many ledgers of one storage: take the same command ids",
    (store, { storage, ledgers }) => ({
      find: async (id) => {
        for (const ledger of ledgers) {
          const found = await (await storage.open(ledger)).find(id);
          if (found !== undefined) return found;
        }
        return store.find(id);
      },
    }),
  ],
  [
    "keeps two events of a commit apart",
    "races: of two commits of 500 events each never interleave their events",
    (store) => ({
      append: async (draft, condition, now) => {
        const half = Math.ceil(draft.events.length / 2);
        const [first, rest] = [draft.events.slice(0, half), draft.events.slice(half)];
        const result = await store.append({ ...draft, events: first }, condition, now);
        if (rest.length > 0) {
          const commandId = `${draft.commandId}-rest`;
          await store.append({ ...draft, commandId, events: rest }, anyway, now);
        }
        return result;
      },
    }),
  ],
  [
    "leaves out of a copy what cannot be read",
    "copies: are refused whole where a record has no events that can be read",
    (store) => ({
      appendVerbatim: async (texts, onto) =>
        store.appendVerbatim(
          texts.filter((text) => Array.isArray(JSON.parse(text).events)),
          onto,
        ),
    }),
  ],
  [
    "copies records without looking at them",
    "copies: are refused whole where one letter was changed",
    (store) => ({
      appendVerbatim: async (texts) => {
        for (const [index, text] of texts.entries()) {
          const { events } = JSON.parse(text);
          const draft = { actor: "copy", commandHash: "", commandId: `copy-${index}`, events };
          await store.append(draft, anyway, store.header.createdAt);
        }
        return store.head();
      },
    }),
  ],
  [
    "tells command ids apart by their letters only, whatever their case",
    "command ids: are told apart by the case of their letters",
    (store) => ({
      find: async (id) => {
        for (const one of await allOf(store)) {
          const ids = commandIdsOf(one.commit).map((known) => known.toLowerCase());
          if (ids.includes(id.toLowerCase())) return one;
        }
        return undefined;
      },
    }),
  ],
];
