import { hash as digest } from "node:crypto";

const comma = 0x2c;
const closeBrace = 0x7d;

/** `,"hash":"` + 64 digits + `"}`. */
const sealBytes = 75;

/**
 * SHA-256 of the record between `start` and `end` without the `hash` member at its end: over the
 * stored bytes, and without copying them.
 */
export const hashOfBytes = (bytes: Buffer, start: number, end: number): string => {
  // The text that was hashed ends in a brace, which stands in for the comma meanwhile.
  const at = end - sealBytes;
  bytes[at] = closeBrace;
  const hash = digest("sha256", bytes.subarray(start, at + 1), "hex");
  bytes[at] = comma;
  return hash;
};
