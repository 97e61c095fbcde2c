import type { CalendarDate } from "../kernel/date.ts";
import type { RecordedEvent } from "../kernel/event.ts";
import type { Take } from "./replaying.ts";
import type { TakeValues } from "./wanted.ts";

/** The values in place of an event. */
interface Values {
  takeValues: TakeValues;
  effectiveOn: CalendarDate;
  list: unknown[];
}

/**
 * What is to be taken of a record, which is given as soon as all of it is known. One after another
 * is put into the same places, so that values cost no objects.
 */
export class Taken {
  /** With an event, or nothing for the values that are kept at its place. */
  readonly #events: (RecordedEvent | undefined)[] = [];
  readonly #values: Values[] = [];
  #count = 0;

  clear(): void {
    this.#count = 0;
  }

  addEvent(event: RecordedEvent): void {
    this.#events[this.#count] = event;
    this.#count += 1;
  }

  /** Gives the list to put so many values into. */
  addValues(takeValues: TakeValues, effectiveOn: CalendarDate, size: number): unknown[] {
    const at = this.#count;
    this.#count += 1;
    this.#events[at] = undefined;
    const values = this.#values[at];
    if (values?.list.length !== size) {
      const list = new Array<unknown>(size).fill(undefined);
      this.#values[at] = { takeValues, effectiveOn, list };
      return list;
    }
    values.takeValues = takeValues;
    values.effectiveOn = effectiveOn;
    return values.list;
  }

  give(take: Take, actor: string): void {
    for (let at = 0; at < this.#count; at += 1) {
      const event = this.#events[at];
      if (event !== undefined) take(event, actor);
      else {
        const { takeValues, effectiveOn, list } = this.#values[at] as Values;
        takeValues(effectiveOn, list);
      }
    }
  }
}
