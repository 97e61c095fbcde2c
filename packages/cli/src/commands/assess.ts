import { assessCaps, BranchId } from "@tongket/core";
import type { AssessedRating, RatingAsked, RatingTrial } from "@tongket/core/projections";
import { factKinds } from "@tongket/core/rulebook";
import {
  type AssessedLedger,
  askedPack,
  askedSubject,
  assessedRating,
  ratingJson,
  readRules,
} from "../assessed-ledger.ts";
import type { Call, Ending, Run } from "../call.ts";
import { capsText } from "../caps-text.ts";
import { suppliedFacts } from "../fact-option.ts";
import { callFailure } from "../fault.ts";
import { withLedger } from "../ledger.ts";
import { demanded, flagOption, horizonOf, idOption, textsOption } from "../options.ts";
import { ratingText } from "../rating-text.ts";

/** Tells what the rules say of a rating, by recorded or supposed facts; or the caps of a cohort. */
export const run: Run = async (call) => {
  const subject = askedSubject(call, "subject");
  const branch = idOption(call, "branch");
  const isOfCaps = flagOption(call, "caps");
  if (isOfCaps) {
    const option = ["subject", "level", "fact"].find((name) => call.options[name] !== undefined);
    if (option !== undefined) {
      throw callFailure("OptionsClash", { options: ["--caps", `--${option}`] });
    }
    const committee = demanded(call, "--branch", branch);
    return withLedger(call, async (store) =>
      capsTold(call, await readRules(call, store), committee),
    );
  }
  const whose = demanded(call, "--subject", subject);
  return withLedger(call, async (store) => tried(call, await readRules(call, store), whose));
};

const tried = async (
  call: Call,
  ledger: AssessedLedger,
  subject: RatingAsked["subject"],
): Promise<Ending> => {
  const { rulebook, year, telling, origin } = ledger;
  const pack = await askedPack(call, rulebook);
  const trial: RatingTrial = { rulebook, horizon: horizonOf(call), ...(pack ? { pack } : {}) };
  const recorded = await assessedRating(ledger, { subject, year }, trial);
  const { of } = recorded.assessment.subject;
  const kinds = factKinds(of, recorded.pack);
  const id = recorded.pack.pack;
  const supplied = suppliedFacts(textsOption(call, "fact"), { pack: id, kinds });
  const level = askedLevel(call, recorded);
  const rating =
    supplied.size === 0
      ? recorded
      : await assessedRating(ledger, { subject, year }, { ...trial, supplied });
  return {
    result: { ...ratingJson(rating), ...(level === undefined ? {} : { level }), origin },
    words: ratingText(telling, rating, { level, trial: true }),
  };
};

const askedLevel = (call: Call, { assessment, pack }: AssessedRating): string | undefined => {
  const level = idOption(call, "level");
  const known = assessment.levels.map((one) => String(one.level));
  if (level !== undefined && !known.includes(level)) {
    throw callFailure("LevelUnknown", { level, pack: pack.pack, known });
  }
  return level;
};

const capsTold = async (call: Call, ledger: AssessedLedger, branch: string): Promise<Ending> => {
  const { rulebook, year, telling, origin, known } = ledger;
  const committee = BranchId.make(branch);
  if (!telling.page.view.tree.nodes.has(committee)) {
    throw callFailure("BranchNotThere", { branch, year });
  }
  const pack = await askedPack(call, rulebook);
  const trial = { rulebook, horizon: horizonOf(call), ...(pack ? { pack } : {}) };
  const told = await assessCaps(known, { committee, year }, trial);
  if (told.assessed === "NoPack") throw callFailure("NoRatingPackOn", { on: told.on });
  const { caps } = told;
  return {
    result: { ...caps, pack: caps.pack.pack, origin },
    words: capsText(telling, caps),
  };
};
