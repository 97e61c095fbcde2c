import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { BranchId, decodeCommit, type RecordedEvent } from "@tongket/core";
import { eventsOf, type Head, type StoredCommit } from "@tongket/core/log";
import { type Books, keepBooks } from "@tongket/core/projections";
import { annualReview, type DocumentValue, keepExtract, mapText } from "@tongket/core/report";
import { rulebookOf, shippedPacks } from "@tongket/core/rulebook";
import type { Explored } from "@tongket/render-html";
import { namePeople, openVault } from "@tongket/vault";

/** A file of this folder. */
export const here = (name: string): URL => new URL(name, import.meta.url);
export const read = (name: string): string => readFileSync(here(name), "utf8");
const linesOf = (text: string): readonly string[] => text.split("\n").slice(0, -1);

/** A line of commands.jsonl. */
export interface CommandLine {
  readonly id: string;
  readonly command: string;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly data: { readonly [member: string]: unknown };
}

export const commandLines: readonly CommandLine[] = linesOf(read("commands.jsonl")).map(
  (line) => JSON.parse(line) as CommandLine,
);

/** The commits of the ledger, each validated whole. */
export const commits: readonly StoredCommit[] = linesOf(read("ledger.jsonl"))
  .slice(1)
  .map((text) => {
    const one = decodeCommit(text);
    if (one.decoded === "Faulty") throw new Error(JSON.stringify(one.faults));
    return one.stored;
  });

/** One fact with the id of the command that brought it. */
export interface Fact {
  readonly command: string;
  readonly event: RecordedEvent;
}

export const facts: readonly Fact[] = commits.flatMap(({ commit }) =>
  eventsOf(commit).map((event) => ({ command: commit.commandId, event })),
);

export const booksOf = (events: Iterable<Fact>): Books => {
  const books = keepBooks();
  for (const { event } of events) books.take(event);
  return books.close();
};

/** The head that the document names: that of the whole ledger, also where facts are altered. */
const head = (): Pick<Head, "position" | "hash"> => {
  const last = commits.at(-1);
  if (last === undefined) throw new Error("ledger.jsonl holds no commit");
  return { position: last.commit.position, hash: last.hash };
};

/** The annual review of 2012 from the given facts, people by their names. */
export const reviewOf = (events: readonly Fact[], lang: DocumentValue["lang"]): DocumentValue =>
  mapText(namelessReviewOf(events, lang), (text) => namePeople(text, nameIn(events)));

/** The same with people by their ids. */
export const namelessReviewOf = (
  events: readonly Fact[],
  lang: DocumentValue["lang"],
): DocumentValue =>
  annualReview({
    books: booksOf(events),
    rulebook: rulebookOf("vn-party", shippedPacks),
    branch: BranchId.make("bo-tttt"),
    year: 2012,
    lang,
    origin: { ledger: "review-2012", ...head() },
    simulated: true,
  });

/** What the page of the review has inside: what its figures come from, and names shown. */
export const explored = (): Explored => {
  const keeping = keepExtract({}, { eventsMax: facts.length });
  for (const { event } of facts) keeping.take(event, actorOf(event));
  const extract = keeping.close();
  if (extract === undefined) throw new Error("ledger.jsonl holds too much for a page");
  const packs = shippedPacks.filter(({ regime }) => regime === "vn-party");
  return { regime: "vn-party", packs, names: namesShown(), extract, simulated: true };
};

const actorOf = ({ position }: RecordedEvent): string =>
  commits.find(({ commit }) => commit.position === position)?.commit.actor ?? "";

const namesShown = (): Explored["names"] => {
  const names = new Map<string, string>();
  const nameOf = nameIn(facts);
  mapText(namelessReviewOf(facts, "vi"), (text) =>
    namePeople(text, (person) => {
      const name = nameOf(person);
      if (name !== undefined) names.set(person, name);
      return name;
    }),
  );
  return Object.fromEntries(names);
};

/** Reads a person's name from the sealed profile among the facts, by the keys of the vault. */
const nameIn = (events: readonly Fact[]) => {
  const vault = openVault(fileURLToPath(here("ledger.jsonl.vault")));
  return (person: string): string | undefined => {
    const profiled = events.findLast(
      ({ event }) => event.type === "PersonProfiled" && personOf(event) === person,
    );
    if (profiled === undefined) return undefined;
    const opened = vault.unseal(person, (profiled.event.data as { sealed: string }).sealed);
    return opened.outcome === "Opened" ? opened.profile["name"] : undefined;
  };
};

const personOf = ({ data }: RecordedEvent): string => (data as { person: string }).person;
