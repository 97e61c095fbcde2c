import { CalendarDate, Instant } from "@tongket/core";
import type { LedgerHeader } from "@tongket/core/log";
import type { Call } from "./call.ts";
import { callFailure } from "./fault.ts";
import { instantOption } from "./options.ts";

/** The time of recording, as the composition root hands it to core. */
export interface Clock {
  readonly now: () => Instant;
  readonly today: () => CalendarDate;
  /** Moves the clock of a simulated ledger. */
  readonly tell: (instant: string) => void;
  /** Whether the time is known: a simulated ledger's clock may not have been told. */
  readonly isSet: () => boolean;
}

/**
 * The clock of a ledger. A real one has this machine's, and the calendar day where it stands; a
 * simulated one stands where it was last told, in UTC, so that its bytes can be made again.
 */
export const clockFor = (call: Call, header: LedgerHeader): Clock => {
  const [ledger] = call.arguments;
  const given = instantOption(call, "now");
  if (header.simulated !== true) {
    if (given !== undefined) throw callFailure("NowForRealLedger", { ledger });
    return {
      now: () => Instant.make(call.io.now()),
      today: () => CalendarDate.make(call.io.today()),
      tell: () => {},
      isSet: () => true,
    };
  }
  let told = given;
  const now = (): Instant => {
    if (told === undefined) throw callFailure("NowMissing", { ledger });
    return Instant.make(told);
  };
  return {
    now,
    today: () => CalendarDate.make(now().slice(0, 10)),
    tell: (instant) => {
      told = instant;
    },
    isSet: () => told !== undefined,
  };
};
