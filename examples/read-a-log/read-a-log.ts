import { beginOf, isReversal } from "@tongket/core/log";
import {
  projected,
  Replaying,
  type Take,
  trusted,
  validated,
  type WantedOf,
  type Way,
} from "@tongket/core/replay";
import { openJsonlLedger } from "@tongket/store-jsonl";

// #region question
/** How many took part in meetings, by branch. */
const countPresent = () => {
  const present = new Map<string, number>();
  const add = (type: string, data: unknown, sign: number): void => {
    if (type !== "MeetingHeld") return;
    const { branch, present: came = 0 } = data as { branch: string; present?: number };
    present.set(branch, (present.get(branch) ?? 0) + sign * came);
  };
  const take: Take = (event) => {
    if (!isReversal(event)) return add(event.type, event.data, 1);
    const { original } = event.data;
    add(original.type, original.data, -1);
  };
  return { present, take };
};

/** What it reads of which events. */
const wantedOf: WantedOf = (type) => {
  if (type === "MeetingHeld") return { members: ["branch", "present"] };
  return type === "EventReversed" ? "whole" : "nothing";
};
// #endregion question

// #region reading
const ways = {
  /** Of a ledger from elsewhere: each record is held to its hash and its shape. */
  validated: () => validated,
  /** Of a ledger that was verified: every event, whole. */
  trusted: () => trusted,
  /** Of such a ledger, and only what is asked: by far the fastest. */
  projected: () => projected(wantedOf),
} satisfies Readonly<Record<string, () => Way>>;

export const presentAtMeetings = async (
  file: string,
  way: keyof typeof ways,
): Promise<ReadonlyMap<string, number>> => {
  const ledger = await openJsonlLedger(file);
  try {
    const { present, take } = countPresent();
    const after = beginOf(ledger);
    const replaying = new Replaying(after, ways[way](), take);
    for await (const lines of ledger.lines({ after })) replaying.lines(lines);
    return present;
  } finally {
    await ledger.close();
  }
};
// #endregion reading
