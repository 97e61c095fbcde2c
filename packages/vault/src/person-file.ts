/**
 * The file name of a person: base32 (RFC 4648) of the id, lower case and without padding. An id
 * may hold what a file name may not, and ids that differ only in case must differ on file
 * systems that ignore it.
 */
const ID = /^[A-Za-z0-9._:/-]{1,96}$/;
const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

/** Throws a TypeError on what is no person id: events and commands were checked before. */
export const personFile = (person: string): string => {
  if (ID.test(person)) return base32(person);
  throw new TypeError(
    "a person id is 1 to 96 of the characters A-Z a-z 0-9 . _ : / -, " +
      `but was given as ${JSON.stringify(person)}; check ids where they come in`,
  );
};

/** The person of a file name, or undefined when no person's file is named so. */
export const personOfFile = (name: string): string | undefined => {
  const bits = [...name].map((letter) => binary(LETTERS.indexOf(letter), 5)).join("");
  const bytes = bits.match(/.{8}/g) ?? [];
  const person = String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 2)));
  return ID.test(person) && base32(person) === name ? person : undefined;
};

const base32 = (ascii: string): string => {
  const bits = [...Buffer.from(ascii, "ascii")].map((byte) => binary(byte, 8)).join("");
  const fives = bits.match(/.{1,5}/g) ?? [];
  return fives.map((five) => LETTERS[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
};

const binary = (value: number, digits: number): string => value.toString(2).padStart(digits, "0");
