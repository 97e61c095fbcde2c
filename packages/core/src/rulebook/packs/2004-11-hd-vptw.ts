import { CalendarDate } from "../../kernel/date.ts";
import type { DocumentPack } from "../document-pack.ts";
import type { Source } from "../parameter.ts";
import { pack as format2018 } from "./2018-36-hd-vptw.ts";
import { takenOver } from "./taken-over.ts";

const instrument = "Hướng dẫn 11-HD/VPTW";
const issuedOn = "2004-05-28";
const asLater: Source = {
  instrument,
  issuedOn: CalendarDate.make(issuedOn),
  locator: "lấy theo Hướng dẫn 36-HD/VPTW",
};

/** As the handbook of a provincial committee applies the Party's guidance, without naming it. */
const applied = {
  source: { instrument: "Sổ tay điện tử, Đảng ủy Khối Bình Thuận: kỹ thuật trình bày văn bản" },
  verification: "third-party",
} as const;
/** As published copies of the text have it. */
const copied = {
  source: { instrument, issuedOn, locator: "phần I, mục 1" },
  verification: "secondary",
} as const;

/** The letters of a kind, as a document of that kind bears them. */
const borneBy = (document: string) =>
  ({ source: { instrument: document }, verification: "derived" }) as const;
const examples: ReadonlyMap<string, ReturnType<typeof borneBy>> = new Map([
  ["resolution", borneBy("Nghị quyết số 12-NQ/TW (khóa XI)")],
  ["award-decision", borneBy("Quyết định số 91-QĐ/TW của Ban Bí thư, 16/2/2004")],
]);

const later = takenOver(format2018, asLater);
const { banner, documentKinds, fontFamilies, pageNumber } = later;

/** The format from 2004 to 2018: weakly known, most of it taken to be as it was afterwards. */
export const pack = {
  ...format2018,
  pack: "2004-11-hd-vptw",
  title: "Thể thức văn bản của Đảng",
  inForceFrom: "2004-05-28",
  parameters: {
    ...later,
    paper: { ...later.paper, ...applied },
    marginsMm: { ...applied, value: { top: 25, bottom: 25, left: 35, right: 15 } },
    fontFamilies: { ...fontFamilies, ...applied },
    banner: { ...banner, ...copied },
    documentKinds: documentKinds.map((one) => ({ ...one, ...examples.get(one.term) })),
    pageNumber: { ...pageNumber, ...applied },
  },
} as unknown as DocumentPack;
