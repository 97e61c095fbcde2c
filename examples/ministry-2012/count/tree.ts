import { must, type Told } from "./told.ts";

/** Where organisations stood: asked by day. */
export interface CountedTree {
  readonly cellsOn: (day: string) => readonly string[];
  readonly branches: readonly string[];
  readonly kindOf: (branch: string) => string;
  readonly aboveOn: (branch: string, day: string) => string | undefined;
  /** Whether a branch is another or stands below it, at any depth. */
  readonly isUnder: (branch: string, above: string, day: string) => boolean;
}

export const countTree = (told: readonly Told[]): CountedTree => {
  const kinds = new Map<string, string>();
  const places = new Map<string, { on: string; above: string | undefined }[]>();
  const gone = new Map<string, string>();
  for (const { command, on, said } of told) {
    const branch = said.branch ?? "";
    if (command === "CarryInBranch" || command === "EstablishBranch") {
      kinds.set(branch, must(said.kind));
      places.set(branch, [{ on, above: said.parent }]);
    }
    if (command === "MoveBranch") must(places.get(branch)).push({ on, above: said.to });
    if (command === "DissolveBranch") gone.set(branch, on);
  }
  const placeOn = (branch: string, day: string): { above: string | undefined } | undefined => {
    let place: { above: string | undefined } | undefined;
    for (const one of places.get(branch) ?? []) if (one.on <= day) place = one;
    return place;
  };
  const aboveOn = (branch: string, day: string): string | undefined => placeOn(branch, day)?.above;
  return {
    branches: [...kinds.keys()],
    kindOf: (branch) => must(kinds.get(branch)),
    aboveOn,
    cellsOn: (day) => {
      const cells: string[] = [];
      for (const [branch, kind] of kinds) {
        const isCell = kind === "cell" || kind === "base-cell";
        const isGone = (gone.get(branch) ?? "9999") <= day;
        if (isCell && !isGone && placeOn(branch, day) !== undefined) cells.push(branch);
      }
      return cells;
    },
    isUnder: (branch, above, day) => {
      if (placeOn(branch, day) === undefined) return false;
      let at: string | undefined = branch;
      while (at !== undefined && at !== above) at = aboveOn(at, day);
      return at === above;
    },
  };
};
