import type { PageFormat } from "@tongket/core/report";
import {
  AlignmentType,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { twipsOfMm } from "./measures.ts";
import { lettersStyle } from "./runs.ts";

/** The width between the margins. */
export const textWidthTwips = ({ paper, marginsMm: { left, right } }: PageFormat): number =>
  twipsOfMm(paper.widthMm - left - right);

/**
 * Paper, margins and the page number. Word knows only whether the first page has one too: a number
 * that begins later than on the second page begins there.
 */
export const pageOf = ({
  paper,
  marginsMm,
  pageNumber,
}: PageFormat): Omit<ISectionOptions, "children"> => {
  const { top, bottom, left, right } = marginsMm;
  const section = {
    page: {
      size: { width: twipsOfMm(paper.widthMm), height: twipsOfMm(paper.heightMm) },
      margin: {
        top: twipsOfMm(top),
        bottom: twipsOfMm(bottom),
        left: twipsOfMm(left),
        right: twipsOfMm(right),
        header: twipsOfMm(top / 2),
        footer: twipsOfMm(bottom / 2),
      },
    },
  };
  if (pageNumber === undefined) return { properties: section };
  const numbered = [numberIn(pageNumber)];
  const properties = { ...section, titlePage: pageNumber.fromPage > 1 };
  return pageNumber.position.startsWith("top")
    ? { properties, headers: { default: new Header({ children: numbered }) } }
    : { properties, footers: { default: new Footer({ children: numbered }) } };
};

const numberIn = ({ position, style }: NonNullable<PageFormat["pageNumber"]>): Paragraph =>
  new Paragraph({
    alignment: position.endsWith("centre") ? AlignmentType.CENTER : AlignmentType.RIGHT,
    children: [new TextRun({ children: [PageNumber.CURRENT], ...lettersStyle(style) })],
  });
