import type { Instant } from "../kernel/date.ts";
import type { Guard } from "../kernel/guard.ts";
import { bytesOf, isDigit, standsAt, textOf } from "./bytes.ts";

export const instantLength = "2012-01-01T00:00:00.000Z".length;
const minuteLength = "2012-01-01T00:00".length;
const wholeMinute = ":00.000Z";
const rest = bytesOf(wholeMinute);
const minuteMs = 60_000;

/** Instants as they stand in records: of one minute there are many, which follow each other. */
export class Instants {
  /** Whether an instant is one of the calendar. */
  readonly #guard: Guard;
  #minute = "";
  #minuteBytes: Uint8Array | undefined;
  /** What the guard says of the minute, as far as that was asked. */
  #isOfCalendar: boolean | undefined;
  /** What stands behind a minute, by its milliseconds. */
  readonly #rests: string[] = [];

  constructor(guard: Guard = () => true) {
    this.#guard = guard;
  }

  /** The instant that begins there; throws as `textOf` does. */
  textOf(bytes: Uint8Array, start: number): Instant {
    const behind = start + minuteLength;
    const at = millisecondsAt(bytes, behind);
    if (at < 0) return textOf(bytes, start, start + instantLength) as Instant;
    this.#goTo(bytes, start);
    this.#rests[at] ??= textOf(bytes, behind, start + instantLength);
    return (this.#minute + this.#rests[at]) as Instant;
  }

  /** Whether an instant of which the guard holds begins there. It is asked of each minute once. */
  holdsAt(bytes: Uint8Array, start: number): boolean {
    const at = millisecondsAt(bytes, start + minuteLength);
    if (at < 0 || at >= minuteMs) return false;
    this.#goTo(bytes, start);
    this.#isOfCalendar ??= this.#guard(this.#minute + wholeMinute);
    return this.#isOfCalendar;
  }

  #goTo(bytes: Uint8Array, start: number): void {
    if (this.#minuteBytes !== undefined && standsAt(bytes, start, this.#minuteBytes)) return;
    this.#minute = textOf(bytes, start, start + minuteLength);
    this.#minuteBytes = bytesOf(this.#minute);
    this.#isOfCalendar = undefined;
  }
}

/** How far an instant is in its minute, of what stands behind that; -1 where it reads otherwise. */
const millisecondsAt = (bytes: Uint8Array, start: number): number => {
  let milliseconds = 0;
  for (let at = 0; at < rest.length; at += 1) {
    const byte = bytes[start + at] as number;
    if (!isDigit(rest[at])) {
      if (byte !== rest[at]) return -1;
    } else if (isDigit(byte)) milliseconds = 10 * milliseconds + byte - 0x30;
    else return -1;
  }
  return milliseconds;
};
