import { type BooksPart, type PartAsked, readPart } from "@tongket/core";
import type { FilePlace } from "./ledger-place.ts";
import { openStore } from "./ledger-store.ts";
import { watched } from "./watched-store.ts";

/** A part of the ledger in a file: a value that another thread can be given. */
export interface PartAt {
  readonly place: FilePlace;
  readonly asked: PartAsked;
}

/** Opens the ledger of a file, reads the books of a part of it and closes it. */
export const readPartAt = async (
  { place, asked }: PartAt,
  at: (position: number) => Promise<void>,
): Promise<BooksPart> => {
  const store = await openStore(place);
  try {
    return await readPart(
      watched(store, () => ({ at, end: () => {} })),
      asked,
    );
  } finally {
    await store.close();
  }
};
