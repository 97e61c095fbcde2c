import { yearOfDay } from "../../days.ts";
import { words } from "../../vocabulary.ts";
import {
  aBranch,
  aKnownId,
  anId,
  aWord,
  type Candidate,
  type Candidates,
  type Drawing,
  idsOf,
  needing,
} from "../drawing.ts";

const kinds = ["inspection", "supervision"];

const anItem = (drawing: Drawing, item: string): object => {
  const { choose } = drawing;
  const kind = choose.onceIn(5) ? "other" : choose.ofOr(kinds, "other");
  const branch = choose.onceIn(2) ? { branch: aBranch(drawing).branch } : {};
  const mode = choose.onceIn(2) ? { mode: aWord(drawing, words.inspectionModes) } : {};
  return { item, kind, ...branch, ...mode };
};

const adopt: Candidate = (drawing) => {
  const { choose, day } = drawing;
  const committee = aBranch(drawing, ({ kind }) => kind.endsWith("committee")).branch;
  const second = choose.onceIn(12) ? "i-0" : "i-1";
  const items = choose.onceIn(4) ? [] : [anItem(drawing, "i-0"), anItem(drawing, second)];
  const draft = choose.onceIn(3) ? { draft: true } : {};
  return [["AdoptProgramme", { committee, year: yearOfDay(day), ...draft, items }]];
};

interface Planned {
  readonly item: string;
  readonly kind: string;
  readonly mode?: string;
  readonly branch?: string;
}

/** An item of a programme, told as the inspection that carries it out. */
const planned = ({ choose, model, day }: Drawing): object => {
  const ofYear = model.facts("ProgrammeAdopted").filter(({ year }) => year === yearOfDay(day));
  const programme = choose.of(ofYear);
  const item = choose.of((programme?.["items"] ?? []) as readonly Planned[]);
  if (programme === undefined || item === undefined) return {};
  const { kind, mode, branch } = item;
  return {
    by: programme["committee"],
    item: item.item,
    ...(kind === "other" ? {} : { kind }),
    ...(mode === undefined ? {} : { mode }),
    ...(branch === undefined || choose.onceIn(6) ? {} : { branch }),
  };
};

const inspect: Candidate = (drawing) => {
  const { choose } = drawing;
  const inspection = anId(drawing, "i", idsOf(drawing, "BranchInspected", "inspection"));
  const { branch, parent } = aBranch(drawing, (one) => one.parent !== undefined);
  const by = choose.onceIn(12) ? branch : (parent ?? aBranch(drawing).branch);
  const mode = aWord(drawing, words.inspectionModes);
  const free = { inspection, branch, by, kind: choose.ofOr(kinds, ""), mode };
  const asPlanned = choose.onceIn(2) ? planned(drawing) : {};
  const item = choose.onceIn(8) ? { item: `i-${choose.below(3)}` } : {};
  return [["InspectBranch", { ...free, ...asPlanned, ...item }]];
};

const find: Candidate = (drawing) => {
  const finding = anId(drawing, "f", idsOf(drawing, "FindingRecorded", "finding"));
  const inspection = aKnownId(drawing, idsOf(drawing, "BranchInspected", "inspection"));
  return [["RecordFinding", { finding, inspection, text: "Sinh hoạt chưa đúng kỳ" }]];
};

const remedy: Candidate = (drawing) => {
  const finding = aKnownId(drawing, idsOf(drawing, "FindingRecorded", "finding"));
  return [["RemedyFinding", { finding }]];
};

export const inspectionCandidates: Candidates = [
  [5, adopt],
  [10, inspect],
  [6, needing("BranchInspected", inspect, find)],
  [4, needing("FindingRecorded", find, remedy)],
];
