import { deflateSync, inflateSync } from "node:zlib";

/** A PDF in which one digit is another one. */
export interface ChangedDigit {
  readonly from: string;
  readonly to: string;
  readonly bytes: Uint8Array;
}

/** For each digit that a PDF draws, in the order drawn, the PDF with another digit there. */
export function* changedDigits(bytes: Uint8Array): Iterable<ChangedDigit> {
  const objects = objectsOf(Buffer.from(bytes).toString("latin1"));
  for (const page of objects.values()) {
    const [, contents = ""] = /\/Type \/Page\n[\s\S]*\/Contents (\d+) 0 R/.exec(page) ?? [];
    if (contents === "") continue;
    const drawing = streamOf(objects.get(contents));
    for (const { from, to, start, end } of changesIn(drawing, digitsOf(page, objects))) {
      const changed = drawing.slice(0, start) + to.code + drawing.slice(end);
      const whole = new Map([...objects, [contents, streamObject(changed)]]);
      yield { from, to: to.digit, bytes: written(whole) };
    }
  }
}

/** The objects of a file that has a table of them at its end, by their numbers. */
type Objects = ReadonlyMap<string, string>;

const objectsOf = (file: string): Objects =>
  new Map(
    [...file.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm)].map(([, id = "", body = ""]) => [
      id,
      body,
    ]),
  );

const streamOf = (object = ""): string => {
  const start = object.indexOf("stream\n") + "stream\n".length;
  const data = object.slice(start, object.lastIndexOf("\nendstream"));
  const isPacked = object.slice(0, start).includes("/FlateDecode");
  return isPacked ? inflateSync(Buffer.from(data, "latin1")).toString("latin1") : data;
};

const streamObject = (text: string): string => {
  const data = deflateSync(Buffer.from(text, "latin1")).toString("latin1");
  return `<<\n/Length ${data.length}\n/Filter /FlateDecode\n>>\nstream\n${data}\nendstream`;
};

/** The digits that a font of a page has, by their codes. */
type Digits = ReadonlyMap<number, string>;

const digitsOf = (page: string, objects: Objects): ReadonlyMap<string, Digits> =>
  new Map(
    [...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = "", font = ""]) => {
      const [, table = ""] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? "") ?? [];
      const pairs = streamOf(objects.get(table)).matchAll(/^<(\w{4})> <003(\d)>$/gm);
      return [name, new Map([...pairs].map(([, code = "", digit = ""]) => [hex(code), digit]))];
    }),
  );

const hex = (digits: string): number => Number.parseInt(digits, 16);

interface Change {
  readonly from: string;
  readonly to: { readonly digit: string; readonly code: string };
  readonly start: number;
  readonly end: number;
}

/** Codes are two bytes of a text in brackets, each as it is or escaped. */
function* changesIn(drawing: string, fonts: ReadonlyMap<string, Digits>): Iterable<Change> {
  let digits: Digits = new Map();
  for (const { 0: found, 1: font, index } of drawing.matchAll(
    /\/(f\d+) [\d.]+ Tf|\((?:\\[\s\S]|[^\\)])*\)/g,
  )) {
    if (font !== undefined) digits = fonts.get(font) ?? digits;
    else {
      const bytes = [...found.slice(1, -1).matchAll(/\\\d{3}|\\[\s\S]|[\s\S]/g)];
      for (let at = 0; at + 1 < bytes.length; at += 2) {
        const [high, low] = [bytes[at], bytes[at + 1]] as [RegExpExecArray, RegExpExecArray];
        const from = digits.get(byteOf(high[0]) * 256 + byteOf(low[0]));
        const other = [...digits].find(([, digit]) => digit !== from);
        if (from === undefined || other === undefined) continue;
        const start = index + 1 + high.index;
        const end = index + 1 + low.index + low[0].length;
        yield { from, to: { digit: other[1], code: codeOf(other[0]) }, start, end };
      }
    }
  }
}

const escapes: { readonly [letter: string]: number } = { n: 10, r: 13, t: 9, b: 8, f: 12 };

const byteOf = (written: string): number => {
  if (!written.startsWith("\\")) return written.charCodeAt(0);
  const rest = written.slice(1);
  return rest.length === 3 ? Number.parseInt(rest, 8) : (escapes[rest] ?? rest.charCodeAt(0));
};

const codeOf = (code: number): string =>
  [code >> 8, code & 255].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");

const written = (objects: Objects): Uint8Array => {
  let file = "%PDF-1.7\n";
  const rows = ["0000000000 65535 f "];
  for (const [id, body] of [...objects].sort(([a], [b]) => Number(a) - Number(b))) {
    rows.push(`${String(file.length).padStart(10, "0")} 00000 n `);
    file += `${id} 0 obj\n${body}\nendobj\n`;
  }
  const [root] = [...objects].find(([, body]) => body.includes("/Type /Catalog")) ?? [];
  const end = [
    `xref\n0 ${rows.length}`,
    ...rows,
    `trailer\n<< /Size ${rows.length} /Root ${root} 0 R >>`,
    `startxref\n${file.length}\n%%EOF`,
  ];
  return Buffer.from(file + end.join("\n"), "latin1");
};
