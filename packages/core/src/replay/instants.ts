import type { Instant } from "../kernel/date.ts";
import { bytesOf, isDigit, standsAt, textOf } from "./bytes.ts";

export const instantLength = "2012-01-01T00:00:00.000Z".length;
const minuteLength = "2012-01-01T00:00".length;
const rest = bytesOf(":00.000Z");

/** Instants as they stand in records: of one minute there are many, which follow each other. */
export class Instants {
  #minute = "";
  #minuteBytes: Uint8Array | undefined;
  /** What stands behind a minute, by its milliseconds. */
  readonly #rests: string[] = [];

  /** The instant that begins there; throws as `textOf` does. */
  textOf(bytes: Uint8Array, start: number): Instant {
    const behind = start + minuteLength;
    const at = millisecondsAt(bytes, behind);
    if (at < 0) return textOf(bytes, start, start + instantLength) as Instant;
    if (this.#minuteBytes === undefined || !standsAt(bytes, start, this.#minuteBytes)) {
      this.#minute = textOf(bytes, start, behind);
      this.#minuteBytes = bytesOf(this.#minute);
    }
    this.#rests[at] ??= textOf(bytes, behind, start + instantLength);
    return (this.#minute + this.#rests[at]) as Instant;
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
