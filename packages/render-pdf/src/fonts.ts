import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The families that come with this package: they have all letters of Vietnamese. */
const shipped = ["Tinos", "Arimo"] as const;
type Shipped = (typeof shipped)[number];

/** Families whose letters are as wide as those of a shipped one, and which stands for a kind. */
const standIns: ReadonlyMap<string, Shipped> = new Map([
  ["Tinos", "Tinos"],
  ["Times New Roman", "Tinos"],
  ["Liberation Serif", "Tinos"],
  ["serif", "Tinos"],
  ["Arimo", "Arimo"],
  ["Arial", "Arimo"],
  ["Liberation Sans", "Arimo"],
  ["sans-serif", "Arimo"],
]);

/** In outlines of one colour, which are drawn as letters are. */
const emoji = "Noto Emoji";

/**
 * The shipped families in the order in which a letter is looked for, and emoji last. No font of the
 * machine is used, or a document would not be the same on every one.
 */
export const familiesFor = (asked: readonly string[]): readonly string[] => {
  const first = asked.flatMap((family) => standIns.get(family) ?? [])[0] ?? "Tinos";
  return [first, ...shipped.filter((family) => family !== first), emoji];
};

const faces = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"] as const;

export const readFonts = (): Buffer[] => [
  ...shipped.flatMap((family) =>
    faces.map((face) => fontFile(`${family.toLowerCase()}/${face}/${family}_${face}`)),
  ),
  fontFile("noto-emoji/400Regular/NotoEmoji_400Regular"),
];

const fontFile = (name: string): Buffer =>
  readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${name}.ttf`)));
