import { escaped, type Lang, say, sayCount, sayDate } from "@tongket/core/messages";
import type { Rulebook } from "@tongket/core/rulebook";
import { valueText } from "./event-text.ts";
import type { Names } from "./names.ts";

/** What the laws know of a branch or a person, maps as objects. */
export type SubjectState = Partial<BranchShown & PersonShown>;

interface BranchShown {
  readonly name: string;
  readonly standings: readonly { from: string; kind: string; parent?: string }[];
  readonly superior: { readonly ledger: string; readonly branch: string };
  readonly dissolvedOn: string;
  readonly members: number;
  readonly expected: number;
  /** People by seat and office. */
  readonly holders: { readonly [seat: string]: readonly string[] };
}

interface PersonShown {
  readonly place:
    | { readonly place: "outside" }
    | { readonly place: "member"; readonly branch: string; readonly status: string }
    | { place: "transit"; from: string; to: string; status: string };
  readonly spells: readonly { readonly from: string }[];
  readonly admittedOn: string;
  readonly exempt: boolean;
  readonly suspended: boolean;
  readonly offices: { readonly [seat: string]: { readonly office: string } };
}

/** What the lines are told with. */
export interface ShowTelling {
  readonly lang: Lang;
  readonly names: Names;
  readonly rulebook: Rulebook;
}

/** Where a branch or a person stands, a few lines with names; nothing of other subjects. */
export const subjectLines = (tag: string, state: SubjectState, telling: ShowTelling) => {
  const lines = tag.startsWith("branch:")
    ? branchLines(state, telling)
    : tag.startsWith("person:")
      ? personLines(state, telling)
      : [];
  return lines.flatMap(([word, text]) =>
    text === undefined || text === "" ? [] : [`  ${say(telling.lang, word)}: ${text}`],
  );
};

type Line = readonly [Parameters<typeof say<LineWord>>[1], string | undefined];
type LineWord =
  | "show.name"
  | "show.kind"
  | "show.parent"
  | "show.since"
  | "show.dissolved"
  | "show.members"
  | "show.expected"
  | "show.officers"
  | "show.place"
  | "show.status"
  | "show.admitted"
  | "show.exempt"
  | "show.suspended"
  | "show.offices";

const branchLines = (state: SubjectState, telling: ShowTelling): readonly Line[] => {
  const { lang, names } = telling;
  const now = state.standings?.at(-1);
  const officers = Object.entries(state.holders ?? {}).map(([seat, people]) => {
    const called = people.map((one) => valueText(one, new Set(people), names));
    return `${seatText(seat, telling, true)} ${called.join(", ")}`;
  });
  return [
    ["show.name", state.name === undefined ? undefined : escaped(state.name)],
    ["show.kind", now && labelOf("branchKinds", now.kind, telling)],
    ["show.parent", now?.parent ?? (state.superior && say(lang, "show.superior", state.superior))],
    ["show.since", dayText(lang, state.standings?.[0]?.from)],
    ["show.dissolved", dayText(lang, state.dissolvedOn)],
    ["show.members", sayCount(lang, state.members ?? 0)],
    ["show.expected", state.expected === 0 ? undefined : sayCount(lang, state.expected ?? 0)],
    ["show.officers", officers.join("; ")],
  ];
};

const personLines = (state: SubjectState, telling: ShowTelling): readonly Line[] => {
  const { lang } = telling;
  const { place } = state;
  const standing = place !== undefined && place.place !== "outside";
  const yes = say(lang, "show.yes");
  return [
    ["show.place", placeText(place, lang)],
    ["show.status", standing ? labelOf("", place.status, telling) : undefined],
    ["show.since", standing ? dayText(lang, state.spells?.at(-1)?.from) : undefined],
    ["show.admitted", dayText(lang, state.admittedOn)],
    ["show.exempt", state.exempt === true ? yes : undefined],
    ["show.suspended", state.suspended === true ? yes : undefined],
    [
      "show.offices",
      Object.keys(state.offices ?? {})
        .map((seat) => seatText(seat, telling, false))
        .join("; "),
    ],
  ];
};

const placeText = (place: PersonShown["place"] | undefined, lang: Lang): string => {
  switch (place?.place) {
    case "member":
      return place.branch;
    case "transit":
      return say(lang, "show.onTheWay", { from: place.from, to: place.to });
    default:
      return say(lang, "show.outside");
  }
};

const dayText = (lang: Lang, day: string | undefined): string | undefined =>
  day === undefined ? undefined : sayDate(lang, day);

/** A seat by its key: `inside BRANCH BODY? OFFICE` or `outside NAME OFFICE`. */
const seatText = (key: string, telling: ShowTelling, within: boolean): string => {
  const words = key.split(" ");
  const office = labelOf("offices", words.at(-1) ?? "", telling);
  const place = words[0] === "inside" && within ? words[2] : words.slice(1, -1).join(" ").trim();
  return place === undefined || place === "" ? office : `${office} (${escaped(place)})`;
};

const statuses: ReadonlySet<string> = new Set(["probationary", "official"]);

/** What a word is called in the language, by the structure packs; the bare word where it is not. */
const labelOf = (vocabulary: string, term: string, { lang, rulebook }: ShowTelling): string => {
  if (statuses.has(term))
    return say(lang, term === "official" ? "show.official" : "show.probationary");
  for (const pack of rulebook.packs.values()) {
    if (pack.matter !== "structure") continue;
    const entries = Object.entries(pack.parameters).flatMap(([name, parameter]) =>
      name === vocabulary && Array.isArray(parameter.value) ? parameter.value : [],
    ) as readonly { term: string; labels: { readonly [L in Lang]?: string } }[];
    const label = entries.find((entry) => entry.term === term)?.labels[lang];
    if (label !== undefined) return `${escaped(label)} (${term})`;
  }
  return escaped(term);
};
