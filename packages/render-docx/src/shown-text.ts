import { SaxesParser, type SaxesTagNS } from "saxes";

/**
 * What people see of a part of a Word file, a line for each paragraph: without page numbers, what
 * is hidden, and what a tracked change takes away. Of names only the part behind the prefix counts,
 * for pictures have paragraphs and letters by the same names.
 */
export const shownText = (xml: string): string => {
  const shown: string[] = [];
  const open: string[] = [];
  /** The instructions of the fields around a place. */
  const fields: string[] = [];
  let isHidden = false;
  const show = (text: string): void => {
    const isLeftOut = isHidden || fields.some(isPageNumber) || open.includes("moveFrom");
    if (!isLeftOut) shown.push(text);
  };
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", (tag) => {
    const path = `${open.slice(-2).join("/")}/${tag.local}`;
    const sign = open.at(-1) === "r" ? signs.get(tag.local) : undefined;
    open.push(tag.local);
    if (sign !== undefined) show(sign);
    if (tag.local === "r") isHidden = false;
    if (path === "r/rPr/vanish") isHidden = !/^(0|false|off)$/.test(attributeOf(tag, "val"));
    if (tag.local === "fldSimple") fields.push(attributeOf(tag, "instr"));
    if (tag.local === "fldChar") {
      const type = attributeOf(tag, "fldCharType");
      if (type === "begin") fields.push("");
      if (type === "end") fields.pop();
    }
  });
  parser.on("text", (text) => {
    if (open.at(-1) === "t") show(text);
    if (open.at(-1) === "instrText") fields.push((fields.pop() ?? "") + text);
  });
  parser.on("closetag", ({ local }) => {
    open.pop();
    if (local === "p") shown.push("\n");
    if (local === "fldSimple") fields.pop();
  });
  parser.write(xml).close();
  return shown.join("");
};

/** Elements of a run that stand for a sign. */
const signs: ReadonlyMap<string, string> = new Map([
  ["tab", "\t"],
  ["br", "\n"],
  ["cr", "\n"],
  ["noBreakHyphen", "\u2011"],
  ["softHyphen", "\u00ad"],
]);

const isPageNumber = (instruction: string): boolean =>
  /^\s*(PAGE|NUMPAGES|SECTIONPAGES)\b/i.test(instruction);

const attributeOf = ({ attributes }: SaxesTagNS, name: string): string =>
  Object.values(attributes).find(({ local }) => local === name)?.value ?? "";
