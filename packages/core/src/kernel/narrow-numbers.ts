/** Whole numbers in a list that takes no more room for each than they need. */
export type NarrowNumbers = Uint8Array | Int8Array | Uint16Array | Int32Array | Float64Array;

/** From narrow to wide. */
const kinds = [
  { kind: Uint8Array, least: 0, greatest: 0xff },
  { kind: Int8Array, least: -0x80, greatest: 0x7f },
  { kind: Uint16Array, least: 0, greatest: 0xffff },
  { kind: Int32Array, least: -0x8000_0000, greatest: 0x7fff_ffff },
];

/** The least and the greatest of some numbers; 0 is always one of them. */
export class Span {
  least = 0;
  greatest = 0;

  include(number: number): void {
    if (number < this.least) this.least = number;
    if (number > this.greatest) this.greatest = number;
  }
}

/** A list of zeros, for numbers of a span. */
export const narrowNumbers = (length: number, { least, greatest } = new Span()): NarrowNumbers => {
  const fitting = kinds.find((kind) => kind.least <= least && greatest <= kind.greatest);
  return new (fitting?.kind ?? Float64Array)(length);
};

/** A list of zeros that holds numbers as wide as this one does. */
export const asWide = (numbers: NarrowNumbers, length: number): NarrowNumbers =>
  new (numbers.constructor as Uint8ArrayConstructor)(length);

/** Puts a number into its place, and gives the list that holds all: a wider one where need be. */
export const putNumber = (numbers: NarrowNumbers, at: number, number: number): NarrowNumbers => {
  numbers[at] = number;
  if (numbers[at] === number) return numbers;
  numbers[at] = 0;
  const span = new Span();
  span.include(number);
  for (const one of numbers) span.include(one);
  const wider = narrowNumbers(numbers.length, span);
  wider.set(numbers);
  wider[at] = number;
  return wider;
};
