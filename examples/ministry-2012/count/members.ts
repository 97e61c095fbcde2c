import { must, type Told } from "./told.ts";
import type { CountedTree } from "./tree.ts";

/** One step in the life of a member, and where it leaves the person. */
interface Step {
  readonly on: string;
  readonly what: string;
  /** The cell that the person is in, or leaves. */
  readonly cell: string;
  /** The cell that the person was sent to, or comes from. */
  readonly other?: string;
  readonly official: boolean;
}

const stays = new Set(["carried-in", "admitted", "received", "outside", "recognised"]);

export type Lives = ReadonlyMap<string, readonly Step[]>;

/** Every member's steps, told one after another by the day they take effect. */
export const countLives = (told: readonly Told[]): Lives => {
  const lives = new Map<string, Step[]>();
  const probations = new Map<string, string>();
  for (const { command, on, said } of told) {
    const person = said.member ?? "";
    const steps = lives.get(person) ?? [];
    const last = steps.at(-1);
    const add = (what: string, cell: string, more: Partial<Step> = {}): void => {
      steps.push({ on, what, cell, official: last?.official ?? false, ...more });
      lives.set(person, steps);
    };
    const end = probations.get(person) ?? "9999";
    switch (command) {
      case "CarryInMember":
        if (said.since !== undefined) probations.set(person, monthsLater(said.since, 12));
        add("carried-in", must(said.branch), { official: said.status === "official" });
        break;
      case "AdmitMember":
        probations.set(person, monthsLater(on, 12));
        add("admitted", must(said.branch), { official: false });
        break;
      case "ExtendProbation":
        probations.set(person, monthsLater(end, must(said.months)));
        break;
      case "RecogniseMember":
        add("recognised", must(last).cell, { official: true, on: end < on ? end : on });
        steps.sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
        break;
      case "TransferMember":
        add("sent", must(last).cell, { other: must(said.to) });
        break;
      case "ReceiveMember":
        if (said.from === undefined) add("received", must(said.to), { other: must(last).cell });
        else add("outside", must(said.to), { official: said.status === "official" });
        break;
      case "DepartMember":
        add("departed", must(last).cell);
        break;
      case "RemoveMember":
        add("left", must(last).cell);
        break;
      case "AnnulAdmission":
        add("annulled", must(last).cell);
        break;
    }
  }
  return lives;
};

const monthsLater = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + months, date)).toISOString().slice(0, 10);
};

const lastOn = (steps: readonly Step[], day: string): Step | undefined => {
  let last: Step | undefined;
  for (const step of steps) if (step.on <= day) last = step;
  return last;
};

/** The cell of a member on a day, and whether official by then. */
export const placeOn = (
  steps: readonly Step[],
  day: string,
): { readonly cell: string; readonly official: boolean } | undefined => {
  const last = lastOn(steps, day);
  return last !== undefined && stays.has(last.what) ? last : undefined;
};

/** Stock and flow of one branch and year, one person after another. */
export const countStock = (
  lives: Lives,
  tree: CountedTree,
  { branch, year }: { readonly branch: string; readonly year: number },
) => {
  const [before, end] = [`${year - 1}-12-31`, `${year}-12-31`];
  const now = (cell: string): boolean => tree.isUnder(cell, branch, end);
  const then = (cell: string): boolean => tree.isUnder(cell, branch, before);
  const flow = { admitted: 0, received: 0, outside: 0, sent: 0, departed: 0, left: 0, annulled: 0 };
  let [opening, restructuredIn, restructuredOut, recognised] = [0, 0, 0, 0];
  let [closingOfficial, closingProbationary, inTransitOpening, inTransit] = [0, 0, 0, 0];
  const isOnTheWay = (step: Step | undefined, isInside: (cell: string) => boolean): boolean =>
    step?.what === "sent" && isInside(step.cell) && isInside(step.other ?? "");
  for (const steps of lives.values()) {
    const old = placeOn(steps, before);
    if (old !== undefined && then(old.cell)) opening += 1;
    if (old !== undefined && now(old.cell) && !then(old.cell)) restructuredIn += 1;
    if (old !== undefined && then(old.cell) && !now(old.cell)) restructuredOut += 1;
    const last = placeOn(steps, end);
    if (last !== undefined && now(last.cell)) {
      if (last.official) closingOfficial += 1;
      else closingProbationary += 1;
    }
    const [wasOnTheWay, staysOnIt] = [then, now].map((inside) =>
      isOnTheWay(lastOn(steps, before), inside),
    );
    if (wasOnTheWay) inTransitOpening += 1;
    if (staysOnIt && !wasOnTheWay) restructuredIn += 1;
    if (wasOnTheWay && !staysOnIt) restructuredOut += 1;
    if (isOnTheWay(lastOn(steps, end), now)) inTransit += 1;
    for (const { on, what, cell, other } of steps) {
      if (Number(on.slice(0, 4)) !== year || !now(cell)) continue;
      if (what === "carried-in") opening += 1;
      else if (what === "recognised") recognised += 1;
      else if (other === undefined || !now(other)) flow[what as keyof typeof flow] += 1;
    }
  }
  const { admitted, received, outside, ...out } = flow;
  return {
    opening,
    restructuredIn,
    restructuredOut,
    in: { admitted, received, outside },
    out,
    closing: closingOfficial + closingProbationary,
    closingProbationary,
    closingOfficial,
    inTransitOpening,
    inTransit,
    recognised,
  };
};
