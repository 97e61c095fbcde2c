import { assessRating, BranchId, readBooks } from "@tongket/core";
import type { EventStore } from "@tongket/core/log";
import {
  type AssessedRating,
  type RatingAsked,
  type RatingTrial,
  rulebookIn,
  viewYear,
} from "@tongket/core/projections";
import type { Origin } from "@tongket/core/report";
import { type RatingPack, type Rulebook, ratingPackOf, shippedPacks } from "@tongket/core/rulebook";
import { booksOptions } from "./books-options.ts";
import type { Call } from "./call.ts";
import { callFailure } from "./fault.ts";
import type { Telling } from "./lines.ts";
import { namesFor } from "./names.ts";
import { nearestNames } from "./nearest-names.ts";
import { demanded, flagOption, horizonOf, idOption, subjectOption, yearOption } from "./options.ts";
import { ratingPackIn } from "./pack-file.ts";
import { upTo } from "./year.ts";

/** A ledger as of one head, with the rules that hold for it and how to tell of it. */
export interface AssessedLedger {
  readonly known: EventStore;
  readonly rulebook: Rulebook;
  readonly year: number;
  readonly telling: Telling;
  readonly origin: Origin;
}

export const readRules = async (call: Call, store: EventStore): Promise<AssessedLedger> => {
  const year = demanded(call, "--year", yearOption(call, "year"));
  const horizon = horizonOf(call);
  const head = await store.head();
  const { position, hash } = head;
  const known = upTo(store, head);
  const books = await readBooks(known, horizon, await booksOptions(call));
  const rulebook = rulebookIn(books, store.header.regime, shippedPacks);
  const { asOf } = horizon;
  const view = viewYear({ books, rulebook, branch: BranchId.make("-"), year, asOf });
  return {
    known,
    rulebook,
    year,
    telling: {
      page: { view, lang: call.lang },
      names: await namesFor(call, store, horizon),
      all: flagOption(call, "all"),
    },
    origin: { ledger: store.header.ledger, position, hash, ...horizon },
  };
};

/** The subject of a rating, as `--rating` or `--subject` names it. */
export const askedSubject = (call: Call, option: string): RatingAsked["subject"] | undefined => {
  const named = subjectOption(call, option);
  if (named === undefined) return undefined;
  const { kind, id } = named;
  return (kind === "person" ? { member: id } : { branch: id }) as RatingAsked["subject"];
};

/** The pack of `--pack`: one of the ledger's rules, or that of a file; undefined without it. */
export const askedPack = async (
  call: Call,
  rulebook: Rulebook,
): Promise<RatingPack | undefined> => {
  const given = call.options["pack"];
  if (typeof given === "string" && given.endsWith(".json")) return ratingPackIn(call, given);
  const id = idOption(call, "pack");
  if (id === undefined) return undefined;
  const pack = ratingPackOf(rulebook, id);
  if (pack !== undefined) return pack;
  const all = [...rulebook.packs.values()].filter(({ matter }) => matter === "rating");
  const known = all.map((one) => String(one.pack));
  throw callFailure("RatingPackUnknown", { pack: id, known, nearest: nearestNames(id, known) });
};

/** The rating of a subject; throws where there is no such subject, or no pack in force. */
export const assessedRating = async (
  { known }: AssessedLedger,
  asked: RatingAsked,
  trial: RatingTrial,
): Promise<AssessedRating> => {
  const told = await assessRating(known, asked, trial);
  const { subject, year } = asked;
  const named = "member" in subject ? `person:${subject.member}` : `branch:${subject.branch}`;
  switch (told.assessed) {
    case "Rating":
      return told.rating;
    case "NoSubject":
      throw callFailure("RatingSubjectNotThere", { subject: named, year });
    case "NoPack":
      throw callFailure("NoRatingPackOn", { on: told.on });
  }
};

/** A rating for machines: the pack by its id, all else whole. */
export const ratingJson = ({ pack, ...rating }: AssessedRating): object => ({
  ...rating,
  pack: pack.pack,
});
