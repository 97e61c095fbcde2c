/**
 * All that core may know of its platform, read only by `packages/core/tsconfig.json`.
 * That program has no Node types, so `process`, `console` and timers do not exist in core.
 */
declare module "node:crypto" {
  export function hash(algorithm: "sha256", data: string | Uint8Array, output?: "hex"): string;
}

declare function structuredClone<T>(value: T): T;
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, into: Uint8Array): object;
}
declare class TextDecoder {
  constructor(encoding: "utf-8", options: { readonly fatal: boolean; readonly ignoreBOM: boolean });
  decode(bytes: Uint8Array): string;
}
declare function atob(text: string): string;
