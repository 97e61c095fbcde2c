import type { RecordedEvent } from "../kernel/event.ts";

/** Takes every event of a ledger in position order, then closes with what came of them. */
export interface Keeping<Kept> {
  /** `actor`: who recorded the event. */
  readonly take: (event: RecordedEvent, actor: string) => void;
  readonly close: () => Kept;
}
