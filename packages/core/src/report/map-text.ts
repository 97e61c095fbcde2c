import type { Block, DocumentValue } from "./document.ts";
import type { Frame, FrameLines } from "./frame.ts";
import type { Line } from "./line.ts";

/** The document with every text changed: to put names for `{person:id}`, or to suppress them. */
export const mapText = (
  document: DocumentValue,
  change: (text: string) => string,
): DocumentValue => ({
  ...document,
  frame: mapFrame(document.frame, change),
  sections: document.sections.map(({ heading, blocks }) => ({
    heading: change(heading),
    blocks: blocks.map((block) => mapBlock(block, change)),
  })),
});

const mapFrame = (frame: Frame, change: (text: string) => string): Frame => {
  const mapped = (line: Line): Line => ({ ...line, text: change(line.text) });
  const lines = Object.entries(frame.lines).map(([name, line]) => [name, mapped(line)] as const);
  return {
    ...frame,
    lines: Object.fromEntries(lines) as unknown as FrameLines,
    recipients: frame.recipients.map(mapped),
  };
};

const mapBlock = (block: Block, change: (text: string) => string): Block => {
  switch (block.block) {
    case "paragraph":
      return { ...block, text: change(block.text) };
    case "list":
      return { ...block, items: block.items.map(change) };
    case "figures":
      return {
        ...block,
        figures: block.figures.map((figure) => ({
          ...figure,
          label: change(figure.label),
          reported: figure.reported.map((one) => ({ ...one, phrase: change(one.phrase) })),
        })),
      };
    case "table":
      return {
        ...block,
        rows: block.rows.map((row) =>
          row.map((cell) => (typeof cell === "string" ? change(cell) : cell)),
        ),
      };
  }
};
