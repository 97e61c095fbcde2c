import type { Query } from "../log/condition.ts";
import type { Take } from "../replay/replaying.ts";
import type { WantedOf } from "../replay/wanted.ts";

/** Takes every event of a ledger in position order, then closes with what came of them. */
export interface Keeping<Kept> {
  readonly take: Take;
  readonly close: () => Kept;
  /** What it reads, where that is not all of every event. */
  readonly wantedOf?: WantedOf;
  /** Where that is not all: every event that it needs matches, with the reversal of each. */
  readonly needs?: Query;
}
