import type { RecordedEvent } from "../kernel/event.ts";
import type { WantedOf } from "../replay/wanted.ts";

/** Takes every event of a ledger in position order, then closes with what came of them. */
export interface Keeping<Kept> {
  /** `actor`: who recorded the event. */
  readonly take: (event: RecordedEvent, actor: string) => void;
  readonly close: () => Kept;
  /** What it reads, where that is not all of every event. */
  readonly wantedOf?: WantedOf;
}
