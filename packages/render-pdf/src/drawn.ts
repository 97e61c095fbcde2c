import type { getResolvedPDFJS } from "unpdf";

/** The numbers of the operators of pdf.js. */
export type Operators = Awaited<ReturnType<typeof getResolvedPDFJS>>["OPS"];

/** What a page draws, operator by operator, as pdf.js lists it. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** Letters drawn at once; lengths are in points from the left and the bottom of the page. */
export interface DrawnText {
  readonly text: string;
  /** What the structure of the document knows it by; absent where it is no part of it. */
  readonly mark?: number;
  readonly font: string;
  readonly sizePt: number;
  readonly x: number;
  /** Of its base line. */
  readonly y: number;
  /** Without the spaces behind its last letter. */
  readonly width: number;
}

/** A path: a rule has no height or no width. */
export interface DrawnPath {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

export interface Drawn {
  readonly texts: readonly DrawnText[];
  readonly paths: readonly DrawnPath[];
}

/** Follows the operators of a page; of text only what places it as a whole is followed. */
export const drawnBy = ({ fnArray, argsArray }: OperatorList, ops: Operators): Drawn => {
  const texts: DrawnText[] = [];
  const paths: DrawnPath[] = [];
  const marks: (number | undefined)[] = [];
  const saved: State[] = [];
  let state: State = { place: unmoved, text: unmoved, font: "", sizePt: 0 };
  const step: { readonly [operator: number]: (args: Arguments) => void } = {
    [ops.save]: () => saved.push(state),
    [ops.restore]: () => {
      state = saved.pop() ?? state;
    },
    [ops.transform]: (args) => {
      state = { ...state, place: moved(args as unknown as Matrix, state.place) };
    },
    [ops.setTextMatrix]: ([matrix]) => {
      state = { ...state, text: Object.values(matrix as object) as unknown as Matrix };
    },
    [ops.setFont]: ([font, sizePt]) => {
      state = { ...state, font: String(font), sizePt: Number(sizePt) };
    },
    [ops.beginMarkedContent]: () => marks.push(undefined),
    [ops.beginMarkedContentProps]: ([tag, mark]) =>
      marks.push(typeof mark === "number" ? mark : tag === "Artifact" ? undefined : marks.at(-1)),
    [ops.endMarkedContent]: () => marks.pop(),
    [ops.showText]: ([glyphs]) => texts.push(textOf(glyphs as Glyphs, state, marks.at(-1))),
    [ops.constructPath]: (args) => paths.push(pathOf(args[2] as Box, state)),
  };
  for (const [at, operator] of fnArray.entries()) {
    step[operator]?.((argsArray[at] ?? []) as Arguments);
  }
  return { texts, paths };
};

type Arguments = readonly unknown[];
/** Letters, and by how many thousandths of their size the next one is drawn back. */
type Glyphs = readonly (number | { readonly unicode: string; readonly width: number })[];
type Box = { readonly [side in 0 | 1 | 2 | 3]: number };
type Matrix = readonly [number, number, number, number, number, number];

interface State {
  readonly place: Matrix;
  readonly text: Matrix;
  readonly font: string;
  readonly sizePt: number;
}

const unmoved: Matrix = [1, 0, 0, 1, 0, 0];

const moved = ([a, b, c, d, e, f]: Matrix, by: Matrix): Matrix => {
  const [x, y] = at(e, f, by);
  const [p, q, r, s] = by;
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, x, y];
};

const at = (x: number, y: number, [a, b, c, d, e, f]: Matrix): readonly [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

const textOf = (glyphs: Glyphs, state: State, mark: number | undefined): DrawnText => {
  const [scale, , , , x, y] = moved(state.text, state.place);
  const isLetter = (one: Glyphs[number]) => typeof one !== "number" && one.unicode.trim() !== "";
  const sizePt = state.sizePt * scale;
  const thousandths = glyphs
    .slice(0, glyphs.findLastIndex(isLetter) + 1)
    .reduce<number>((sum, one) => sum + (typeof one === "number" ? -one : one.width), 0);
  return {
    text: glyphs.map((one) => (typeof one === "number" ? "" : letterOf(one.unicode))).join(""),
    ...(mark === undefined ? {} : { mark }),
    font: state.font,
    ...{ sizePt, x, y },
    width: (thousandths / 1000) * sizePt,
  };
};

/** NOTE: the sign for letters that no font has comes as U+0000. */
const letterOf = (unicode: string): string => (unicode === "\0" ? "\ufffd" : unicode);

const pathOf = (box: Box, { place }: State): DrawnPath => {
  const [x0, y0] = at(box[0], box[1], place);
  const [x1, y1] = at(box[2], box[3], place);
  return {
    left: Math.min(x0, x1),
    right: Math.max(x0, x1),
    bottom: Math.min(y0, y1),
    top: Math.max(y0, y1),
  };
};
