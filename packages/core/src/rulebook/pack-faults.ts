import { lastDay } from "../kernel/date.ts";
import type { CalendarPack } from "./calendar-pack.ts";
import { documentPackFaults } from "./document-pack-faults.ts";
import { type Span, spanFaults } from "./in-force.ts";
import type { MembershipPack } from "./membership-pack.ts";
import { type PackFault, type Path, packFault } from "./pack-fault.ts";
import { ascending, reservedTerms, statementFaults } from "./pack-statements.ts";
import { ratingPackFaults } from "./rating-pack-faults.ts";
import type { RulePack } from "./rule-pack.ts";
import { packHash } from "./rulebook.ts";
import type { StructurePack } from "./structure-pack.ts";

/** What is wrong with a pack that has the shape of one, taken by itself. */
export const packFaults = (pack: RulePack): readonly PackFault[] => [
  ...datesInverted(pack),
  ...statementFaults(pack.parameters, ["parameters"]),
  ...emptyVocabularies(pack),
  ...ownFaults(pack),
];

/** How a pack stands among the others of its regime: by its id, its span and the words it names. */
export const packFaultsAmong = (
  pack: RulePack,
  packs: Iterable<RulePack>,
): readonly PackFault[] => {
  const others = [...packs].filter(({ regime }) => regime === pack.regime);
  const reused = others.filter((one) => one.pack === pack.pack && packHash(one) !== packHash(pack));
  const alike = others.filter(({ matter }) => matter === pack.matter);
  return [
    ...reused.map(() => packFault("PackIdReused", ["pack"], pack.pack)),
    ...(datesInverted(pack).length > 0 ? [] : spansAmong(pack, alike)),
    ...kindsAmong(pack, others),
  ];
};

const datesInverted = ({ inForceFrom, inForceTo }: RulePack): readonly PackFault[] =>
  inForceTo && inForceTo < inForceFrom
    ? [packFault("DatesInverted", ["inForceTo"], inForceTo, { inForceFrom })]
    : [];

/** Days whose holidays nobody wrote down stay a gap, which is told where it is met. */
const spansAmong = (pack: RulePack, others: readonly Span[]): readonly PackFault[] =>
  spanFaults(pack, others)
    .filter(({ spans }) => spans === "overlap" || pack.matter !== "calendar")
    .map(({ spans, with: other, from, to }) => {
      const key = from <= pack.inForceFrom ? "inForceFrom" : "inForceTo";
      const rule = spans === "overlap" ? "PacksOverlap" : "PacksLeaveGap";
      return packFault(rule, [key], pack[key] ?? null, { other, from, to });
    });

const emptyVocabularies = (pack: RulePack): readonly PackFault[] =>
  Object.entries(vocabulariesNeeded(pack)).flatMap(([name, { value }]) =>
    value.length === 0 ? [packFault("VocabularyEmpty", ["parameters", name, "value"], value)] : [],
  );

/** The vocabularies without which their pack says nothing. */
const vocabulariesNeeded = ({
  matter,
  parameters,
}: RulePack): { readonly [name: string]: { readonly value: readonly unknown[] } } => {
  if (matter === "structure") return { branchKinds: parameters.branchKinds };
  if (matter !== "rating") return {};
  const { branchLevels, memberLevels } = parameters;
  return { branchLevels, memberLevels };
};

const ownFaults = (pack: RulePack): readonly PackFault[] => {
  switch (pack.matter) {
    case "structure":
      return structureFaults(pack);
    case "rating":
      return ratingPackFaults(pack);
    case "membership":
      return membershipFaults(pack);
    case "calendar":
      return calendarFaults(pack);
    case "document":
      return documentPackFaults(pack);
    case "award": {
      const years = pack.parameters.badgeYears?.value ?? [];
      return ascending(years, ["parameters", "badgeYears", "value"]);
    }
    case "discipline": {
      const forms = pack.parameters.votesByForm?.value ?? [];
      return repeated(
        forms.map(({ form }) => form),
        (at) => ["parameters", "votesByForm", "value", at, "form"],
      );
    }
  }
};

const structureFaults = ({ parameters }: StructurePack): readonly PackFault[] => {
  const kinds = parameters.branchKinds.value;
  const path = ["parameters", "branchKinds", "value"];
  const known = kinds.map(({ term }) => term);
  const isTopless = kinds.length > 0 && !kinds.some(({ root }) => root);
  return [
    ...reservedTerms(kinds, path),
    ...kinds.flatMap(({ under }, at) =>
      unknownKinds(under, known, (which) => [...path, at, "under", which]),
    ),
    ...(isTopless ? [packFault("NoKindAtTop", path, known)] : []),
  ];
};

const membershipFaults = ({ parameters }: MembershipPack): readonly PackFault[] => {
  const { admissionAgeMonthsMin: min, admissionAgeMonthsMax: max } = parameters;
  const kinds = parameters.officialMembersMin?.value ?? [];
  return [
    ...(min !== undefined && max !== undefined && max.value < min.value
      ? [
          packFault("RangeInverted", ["parameters", "admissionAgeMonthsMax", "value"], max.value, {
            min: min.value,
          }),
        ]
      : []),
    ...repeated(
      kinds.map(({ kind }) => kind),
      (at) => ["parameters", "officialMembersMin", "value", at, "kind"],
    ),
  ];
};

const calendarFaults = (pack: CalendarPack): readonly PackFault[] => {
  const { inForceFrom, inForceTo = lastDay } = pack;
  const { restDays, holidays, workedRestDays } = pack.parameters;
  const daysOf = (name: string, days: readonly string[]): readonly PackFault[] => {
    const path = ["parameters", name, "value"];
    const outside = days.flatMap((day, at) =>
      day < inForceFrom || day > inForceTo
        ? [packFault("DayOutsideSpan", [...path, at], day, { inForceFrom, inForceTo })]
        : [],
    );
    return [...ascending(days, path), ...outside];
  };
  return [
    ...ascending(restDays.value, ["parameters", "restDays", "value"]),
    ...daysOf("holidays", holidays.value),
    ...daysOf("workedRestDays", workedRestDays?.value ?? []),
  ];
};

const repeated = (terms: readonly string[], pathOf: (at: number) => Path): readonly PackFault[] =>
  terms.flatMap((term, at) =>
    terms.indexOf(term) < at ? [packFault("TermRepeated", pathOf(at), term)] : [],
  );

const unknownKinds = (
  kinds: readonly string[],
  known: readonly string[],
  pathOf: (at: number) => Path,
): readonly PackFault[] =>
  kinds.flatMap((kind, at) =>
    known.includes(kind) ? [] : [packFault("KindUnknown", pathOf(at), kind, { known })],
  );

/** The kinds of branch that a pack of another matter names are those of its regime's structure. */
const kindsAmong = (pack: RulePack, packs: readonly RulePack[]): readonly PackFault[] => {
  const structures = packs.filter((one) => one.matter === "structure");
  if (structures.length === 0) return [];
  const known = [
    ...new Set(
      structures.flatMap((one) => one.parameters.branchKinds.value.map(({ term }) => term)),
    ),
  ];
  return namedKinds(pack).flatMap(({ kinds, path }) =>
    unknownKinds(kinds, known, (at) => (path.at(-1) === "kind" ? path : [...path, at])),
  );
};

const namedKinds = (pack: RulePack): readonly { kinds: readonly string[]; path: Path }[] => {
  switch (pack.matter) {
    case "rating":
      return (pack.parameters.conditions ?? []).map(({ kinds = [] }, at) => ({
        kinds,
        path: ["parameters", "conditions", at, "kinds"],
      }));
    case "membership":
      return (pack.parameters.officialMembersMin?.value ?? []).map(({ kind }, at) => ({
        kinds: [kind],
        path: ["parameters", "officialMembersMin", "value", at, "kind"],
      }));
    case "award":
      return pack.parameters.eligibility.flatMap(({ recipient }, at) => {
        if ("member" in recipient) return [];
        const path = ["parameters", "eligibility", at, "recipient"];
        const { kinds, under = [] } = recipient;
        const above = under === "granting" ? [] : [{ kinds: under, path: [...path, "under"] }];
        return [{ kinds, path: [...path, "kinds"] }, ...above];
      });
    default:
      return [];
  }
};
