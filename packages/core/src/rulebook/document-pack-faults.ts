import { type DocumentPack, documentKinds, patternPlaces } from "./document-pack.ts";
import { type PackFault, packFault } from "./pack-fault.ts";
import { repeatedTerms } from "./pack-statements.ts";
import type { Texts } from "./parameter.ts";

/** What is wrong with a format of documents that has the shape of one. */
export const documentPackFaults = (pack: DocumentPack): readonly PackFault[] => [
  ...marginFaults(pack),
  ...(["number", "placeAndDate", "onBehalf"] as const).flatMap((name) =>
    patternFaults(name, pack.parameters[name].value.pattern),
  ),
  ...kindFaults(pack),
];

/** A line of text needs some room, and so do a few lines. */
const roomMinMm = 50;

const marginFaults = ({ parameters }: DocumentPack): readonly PackFault[] => {
  const { widthMm, heightMm } = parameters.paper.value;
  const { top, bottom, left, right } = parameters.marginsMm.value;
  const room = Math.min(widthMm - left - right, heightMm - top - bottom);
  const path = ["parameters", "marginsMm", "value"];
  const facts = { room: Math.round(room * 10) / 10, roomMin: roomMinMm };
  return room < roomMinMm
    ? [packFault("MarginsLeaveNoRoom", path, parameters.marginsMm.value, facts)]
    : [];
};

const patternFaults = (name: keyof typeof patternPlaces, pattern: Texts): readonly PackFault[] => {
  const known: readonly string[] = patternPlaces[name];
  return Object.entries(pattern).flatMap(([language, text]) => {
    const places = text.match(/\{[^{}]*\}?|\}/g) ?? [];
    const place = places.find((one) => !known.includes(one.slice(1, -1)) || !/^\{.*\}$/.test(one));
    const path = ["parameters", name, "value", "pattern", language];
    return place === undefined
      ? []
      : [packFault("PatternPlaceUnknown", path, text, { place, known })];
  });
};

const kindFaults = ({ parameters }: DocumentPack): readonly PackFault[] => {
  const kinds = parameters.documentKinds;
  const path = ["parameters", "documentKinds"];
  const missing = documentKinds.filter((kind) => !kinds.some(({ term }) => term === kind));
  return [
    ...repeatedTerms(kinds, path),
    ...(missing.length > 0 ? [packFault("DocumentKindsMissing", path, null, { missing })] : []),
  ];
};
