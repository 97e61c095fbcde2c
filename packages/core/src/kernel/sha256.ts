import { hash } from "node:crypto";

/** SHA-256 over bytes, those of a text in UTF-8, as 64 lower-case hexadecimal digits. Pure. */
export const sha256 = (data: string | Uint8Array): string => hash("sha256", data, "hex");
