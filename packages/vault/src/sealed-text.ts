/**
 * The sealed text: `v1.` + base64url(nonce 12 | tag 16 | ciphertext), by AES-256-GCM.
 *
 * The nonce is an HMAC of person and plain text, so sealing is deterministic, and two plain texts
 * under one key share a nonce only if 96 bits of HMAC collide. The person is authenticated, so a
 * text moved to another person does not open. The ledger is not: a vault's keys are random, so a
 * text of another vault's ledger does not open anyway, and a renamed ledger keeps its names.
 */
import { isUtf8 } from "node:buffer";
import { createCipheriv, createDecipheriv, createHmac } from "node:crypto";

const VERSION = "v1.";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const BLOCK_BYTES = 64;

/** Encrypts a text. Spaces pad it to a multiple of 64 bytes, so its exact length is not told. */
export const sealText = (of: { key: Buffer; person: string; text: string }): string => {
  const plain = padded(of.text);
  const context = contextOf(of.person);
  const nonce = createHmac("sha256", subkey(of.key, "nonce"))
    .update(context)
    .update(plain)
    .digest()
    .subarray(0, NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", subkey(of.key, "cipher"), nonce, {
    authTagLength: TAG_BYTES,
  });
  cipher.setAAD(context);
  const hidden = Buffer.concat([cipher.update(plain), cipher.final()]);
  return VERSION + Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString("base64url");
};

/** The plain text with its padding, or undefined when the text does not open. */
export const openText = (of: { key: Buffer; person: string; sealed: string }) => {
  const bytes = bytesOf(of.sealed);
  if (!bytes) return undefined;
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", subkey(of.key, "cipher"), nonce, {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(contextOf(of.person));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const plain = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
  try {
    decipher.final();
  } catch {
    return undefined;
  }
  return plain.toString("utf8");
};

/**
 * Whether a text has the shape and length that sealing gives, by whatever vault. What decodes to
 * readable text is no ciphertext: of 92 bytes made by a cipher hardly any are UTF-8.
 */
export const isSealedText = (text: string): boolean => {
  const bytes = bytesOf(text);
  if (bytes === undefined || (bytes.length - NONCE_BYTES - TAG_BYTES) % BLOCK_BYTES !== 0) {
    return false;
  }
  return !isUtf8(bytes);
};

/** NOTE: Node reads base64url leniently; one text must have one spelling, so it is written back. */
const bytesOf = (sealed: string): Buffer | undefined => {
  if (!sealed.startsWith(VERSION)) return undefined;
  const letters = sealed.slice(VERSION.length);
  const bytes = Buffer.from(letters, "base64url");
  const whole = bytes.length >= NONCE_BYTES + TAG_BYTES + BLOCK_BYTES;
  return whole && bytes.toString("base64url") === letters ? bytes : undefined;
};

const padded = (text: string): Buffer => {
  const plain = Buffer.from(text, "utf8");
  const room = Math.ceil(plain.length / BLOCK_BYTES) * BLOCK_BYTES;
  return Buffer.concat([plain, Buffer.alloc(room - plain.length, " ")]);
};

/** No person id holds a NUL, so no two persons share a context before a plain text. */
const contextOf = (person: string): Buffer => Buffer.from(`tongket vault v1\0${person}\0`);

/** One key for one use: the person's key itself neither encrypts nor makes nonces. */
const subkey = (key: Buffer, use: "cipher" | "nonce"): Buffer =>
  createHmac("sha256", key).update(`tongket vault v1 ${use}`).digest();
