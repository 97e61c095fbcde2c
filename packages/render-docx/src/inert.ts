/**
 * Text as a file of XML can hold it, on one line. Marks that turn the direction of letters end with
 * the text, so that no figure behind it is read the other way round.
 *
 * NOTE: docx looks for `{…}` in what it has written and may put numbers there, so that a stand-in
 * is there for each brace until the file is packed: `restored` puts it back.
 */
export const inert = (text: string): string => {
  const held = text.replace(unfit, "\ufffd").replace(/\s*[\r\n]+\s*/g, " ");
  return (held + unclosed(held)).replaceAll("{", standIn);
};

export const restored = (xml: string): string => xml.replaceAll(standIn, "{");

/** What XML 1.0 has no way to write. */
const unfit = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** It is unfit itself, so that no text has it. */
const standIn = "\uffff";

/** What ends the directions that a text begins, the last one first. */
const unclosed = (text: string): string => {
  const ends: string[] = [];
  for (const [mark] of text.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)) {
    if (mark === endOfIsolate) {
      if (ends.includes(mark)) ends.length = ends.lastIndexOf(mark);
    } else if (mark !== endOfEmbedding) ends.push(mark > "\u202e" ? endOfIsolate : endOfEmbedding);
    else if (ends.at(-1) === mark) ends.pop();
  }
  return ends.toReversed().join("");
};

const endOfEmbedding = "\u202c";
const endOfIsolate = "\u2069";
