import fc from "fast-check";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:/-";

/** Any person id: 1 to 96 of the characters that an id may have. */
export const personId = fc.string({
  unit: fc.constantFrom(...LETTERS),
  minLength: 1,
  maxLength: 96,
  size: "max",
});
