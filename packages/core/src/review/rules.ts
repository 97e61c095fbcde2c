import type { Json } from "../kernel/canonical-json.ts";
import type { Claim, DomainEvent } from "../kernel/event.ts";
import { type Refusal, refusing } from "../kernel/refusal.ts";
import type { PackFault } from "../rulebook/pack-fault.ts";
import { packFaultsAmong } from "../rulebook/pack-faults.ts";
import { readPack } from "../rulebook/read-pack.ts";
import type { RulePack } from "../rulebook/rule-pack.ts";
import type { RuleContext } from "../rulebook/rulebook.ts";
import type { ReportedValue, ReviewEvent } from "./events.ts";
import { draftItems, type PackState, type PacksState, type ReviewState } from "./state.ts";

export const reviewRefusals = [
  "NoRatingPackInForce",
  "PackUnknown",
  "ReviewOpenedAlready",
  "ReviewNotOpen",
  "ReviewIsClosed",
  "ReportNotPresented",
  "ReportAdoptedAlready",
  "ResultExists",
  "ShortcomingExists",
  "ShortcomingUnknown",
  "ShortcomingRemediedAlready",
  "DirectionExists",
  "RequestExists",
  "PlanExists",
  "DraftDiffers",
  "ReportedAlready",
  "FigureContradictsItself",
  "RegimeDiffers",
  "PackExists",
  "PackFaulty",
  "PackOverlaps",
  "PackLeavesGap",
] as const;
export type ReviewRefusal = (typeof reviewRefusals)[number];

export const refuse = refusing<ReviewRefusal>();

type Registered = Extract<ReviewEvent, { type: "RulePackRegistered" }>;
type OfReview = Exclude<ReviewEvent, Registered>;
type Of<Type extends OfReview["type"]> = Extract<OfReview, { type: Type }>;

/** What speaks against an event in the timeline of the review of one branch and year. */
export const objectionsToReview = (state: ReviewState, event: DomainEvent): readonly Refusal[] => {
  const own = event as OfReview;
  // Shortcomings are put right after the year, and mostly after its review.
  if (state.life === "closed" && own.type !== "ShortcomingRemedied") {
    return [refuse("ReviewIsClosed", whose(own))];
  }
  switch (own.type) {
    case "ReviewOpened":
      return state.life === "open" ? [refuse("ReviewOpenedAlready", whose(own))] : [];
    case "ReportPresented":
    case "ReportAdopted":
    case "ReviewClosed":
      return isInTurn(state, own);
    case "FigureReported":
      return mayBeReported(state, own);
    case "ShortcomingRemedied":
      return mayBeRemedied(state, own);
    default:
      return isNew(state, own);
  }
};

const whose = ({ data }: OfReview): { readonly committee: string; readonly year: number } => ({
  committee: "committee" in data ? data.committee : data.branch,
  year: data.year,
});

/** The report is presented, again if need be, and then adopted, once. */
const isInTurn = (
  { life, report }: ReviewState,
  own: Of<"ReportPresented" | "ReportAdopted" | "ReviewClosed">,
): readonly Refusal[] => {
  if (life !== "open") return [refuse("ReviewNotOpen", whose(own))];
  if (own.type === "ReviewClosed") return [];
  if (report === "adopted") return [refuse("ReportAdoptedAlready", whose(own))];
  return own.type === "ReportAdopted" && report === "absent"
    ? [refuse("ReportNotPresented", whose(own))]
    : [];
};

const mayBeRemedied = (
  { shortcomings }: ReviewState,
  own: Of<"ShortcomingRemedied">,
): readonly Refusal[] => {
  const { shortcoming } = own.data;
  const is = shortcomings.get(shortcoming);
  if (is === "noted") return [];
  const name = is === undefined ? "ShortcomingUnknown" : "ShortcomingRemediedAlready";
  return [refuse(name, { ...whose(own), shortcoming })];
};

type Noted = "ResultNoted" | "ShortcomingNoted" | "DirectionSet" | "DirectionNoted" | "PlanAdopted";

/** What a review notes has an id or a number of its own, once for each branch and year. */
const isNew = (state: ReviewState, own: Of<Noted>): readonly Refusal[] => {
  const { type, data } = own;
  const once = (there: boolean, name: ReviewRefusal, id: object): readonly Refusal[] =>
    there ? [refuse(name, { ...whose(own), ...id })] : [];
  switch (type) {
    case "ResultNoted": {
      const { result } = data;
      return once(state.results.has(result), "ResultExists", { result });
    }
    case "ShortcomingNoted": {
      const { shortcoming } = data;
      return once(state.shortcomings.has(shortcoming), "ShortcomingExists", { shortcoming });
    }
    case "DirectionSet": {
      const { ordinal } = data;
      return once(state.directions.has(ordinal), "DirectionExists", { ordinal });
    }
    case "DirectionNoted": {
      const { direction } = data;
      return once(state.requests.has(direction), "RequestExists", { direction });
    }
    case "PlanAdopted":
      return mayBeAdopted(state, own);
  }
};

/** A final plan is adopted once; a draft gives way to what is adopted after it. */
const mayBeAdopted = (state: ReviewState, own: Of<"PlanAdopted">): readonly Refusal[] => {
  const { plan, replaces: stated } = own.data;
  const is = draftItems(state, plan);
  if (is === undefined && state.plans.has(plan)) {
    return [refuse("PlanExists", { ...whose(own), plan })];
  }
  return stated === is ? [] : [refuse("DraftDiffers", { ...whose(own), plan, stated, is })];
};

const mayBeReported = (
  { measures }: ReviewState,
  { data }: Of<"FigureReported">,
): readonly Refusal[] => {
  const { branch, year, measure, value } = data;
  if (measures.has(measure)) return [refuse("ReportedAlready", { branch, year, measure })];
  return agreesWithItself(value)
    ? []
    : [refuse("FigureContradictsItself", { branch, year, measure, value })];
};

/**
 * A share that states both its numbers comes to its percentage, rounded half up or cut off: a
 * document that cuts off is wrong in nobody's book, and the ledger holds what it says. That is,
 * `percent - 0.5 <= exact < percent + 1`, in units of the last decimal and without fractions.
 */
const agreesWithItself = (value: ReportedValue): boolean => {
  if (!("percent" in value) || value.num === undefined || value.den === undefined) return true;
  const [num, den, percent] = [BigInt(value.num), BigInt(value.den), BigInt(value.percent)];
  const twiceExact = 2n * num * 100n * 10n ** BigInt(value.decimals);
  return (2n * percent - 1n) * den <= twiceExact && twiceExact < (2n * percent + 2n) * den;
};

/** What speaks against an event in the timeline of one pack id: a pack never changes. */
export const objectionsToPack = (
  { pack, hash }: PackState,
  event: DomainEvent,
): readonly Refusal[] => {
  const { packHash } = (event as Registered).data;
  return hash !== undefined && hash !== packHash ? [refuse("PackExists", { pack })] : [];
};

/** A pack is sound by itself, and fits between the others of its matter, shipped or registered. */
export const objectionsToPacks = (
  { registered }: PacksState,
  event: DomainEvent,
  _claims: readonly Claim[],
  { rulebook }: RuleContext,
): readonly Refusal[] => {
  const { pack, content } = (event as Registered).data;
  const read = readPack(content);
  if (read.read === "Faulty") return read.faults.map((fault) => refusalOf(pack, fault));
  const others = new Map<string, RulePack>(rulebook.packs);
  for (const [id, one] of registered) others.set(id, one as unknown as RulePack);
  // Another content under this id is the other law's to refuse.
  others.delete(pack);
  return packFaultsAmong(read.pack, others.values()).map((fault) => refusalOf(pack, fault));
};

const refusalOf = (pack: string, { rule, path, value, facts }: PackFault): Refusal => {
  const { other, from, to } = facts as { readonly [name in "other" | "from" | "to"]: string };
  if (rule === "PacksOverlap" || rule === "PacksLeaveGap") {
    const name = rule === "PacksOverlap" ? "PackOverlaps" : "PackLeavesGap";
    return refuse(name, { pack, other, from, to });
  }
  return refuse("PackFaulty", {
    pack,
    fault: rule,
    path: path.join("."),
    value: (value ?? null) as Json,
  });
};
