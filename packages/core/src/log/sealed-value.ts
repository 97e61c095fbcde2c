import { sha256 } from "../kernel/sha256.ts";
import { ShelfUnreadable } from "./shelf.ts";

/** The bytes of a value as a place keeps them, with their hash. */
export interface SealedValue {
  readonly hash: string;
  readonly value: Uint8Array;
}

/** How values become bytes, and bytes values: `node:v8` is one. */
export interface ValueForm {
  serialize(value: unknown): Uint8Array;
  deserialize(bytes: Uint8Array): unknown;
}

export const sealValue = (value: unknown, form: ValueForm): SealedValue => {
  const bytes = form.serialize(value);
  return { hash: sha256(bytes), value: bytes };
};

/** Throws `ShelfUnreadable` where the bytes are not those of the hash, or of another form. */
export const openValue = (
  { hash, value }: SealedValue,
  form: Pick<ValueForm, "deserialize">,
): unknown => {
  if (sha256(value) !== hash) throw new ShelfUnreadable("the checkpoint is damaged");
  try {
    return form.deserialize(value);
  } catch (cause) {
    throw new ShelfUnreadable("the checkpoint cannot be read", { cause });
  }
};
