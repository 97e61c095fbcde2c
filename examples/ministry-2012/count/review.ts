import { type Counted, countOf, must, shareOf, type Told } from "./told.ts";

/** What is added up from single commands: studies, awards, meetings, the review's own lists. */
export const countReview = (
  told: readonly Told[],
  year: number,
): Readonly<Record<string, Counted>> => {
  const counts = new Map<string, number>();
  const add = (name: string, amount = 1): void => {
    counts.set(name, (counts.get(name) ?? 0) + amount);
  };
  const categoryOf = new Map<string, string>();
  for (const { command, on, said } of told) {
    const isOfYear = said.year === year;
    if (command === "StudyDirective" && isOfYear) {
      add(`reached ${said.audience}`, Number(said.reached));
      add(`eligible ${said.audience}`, must(said.eligible));
    }
    if (command === "GrantAward" && isOfYear) {
      categoryOf.set(must(said.award), must(said.category));
      add(`awardsGranted/${said.category}`);
    }
    if (command === "RevokeAward") {
      const category = categoryOf.get(must(said.award));
      if (category !== undefined) add(`awardsGranted/${category}`, -1);
    }
    if (command === "SetDirection" && isOfYear) add("directionsSet");
    if (command === "NoteShortcoming" && isOfYear) add("shortcomingsNoted");
    if (command === "AdoptPlan" && isOfYear) add("planItems", must(said.items).length);
    if (command === "HoldMeeting" && on.startsWith(`${year}-`)) add(`meetingsHeld/${said.kind}`);
  }
  const count = (name: string): Counted => countOf(counts.get(name) ?? 0);
  const share = (of: string): Counted =>
    shareOf(counts.get(`reached ${of}`) ?? 0, counts.get(`eligible ${of}`) ?? 0);
  return {
    "directivesReached/cadre": share("cadre"),
    "directivesReached/member": share("member"),
    "directivesReached/mass": share("mass"),
    "awardsGranted/base-exemplary-3-years": count("awardsGranted/base-exemplary-3-years"),
    "awardsGranted/base-exemplary": count("awardsGranted/base-exemplary"),
    "awardsGranted/direct-cell-exemplary": count("awardsGranted/direct-cell-exemplary"),
    "awardsGranted/base-cell-exemplary": count("awardsGranted/base-cell-exemplary"),
    "awardsGranted/member-excellent": count("awardsGranted/member-excellent"),
    directionsSet: count("directionsSet"),
    shortcomingsNoted: count("shortcomingsNoted"),
    planItems: count("planItems"),
    "meetingsHeld/regular": count("meetingsHeld/regular"),
    "meetingsHeld/review-conference": count("meetingsHeld/review-conference"),
    "meetingsHeld/seminar": count("meetingsHeld/seminar"),
  };
};
