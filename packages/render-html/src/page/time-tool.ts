import type { CalendarDate, Instant } from "@tongket/core";
import type { Horizon } from "@tongket/core/log";
import { sayDate, sayInstant, sayPage } from "@tongket/core/messages";
import { button, element } from "./element.ts";
import type { Ledger } from "./ledger.ts";
import { timeAxis } from "./time-axis.ts";

export interface TimeTool {
  readonly element: HTMLElement;
  readonly reset: () => void;
}

export interface TimeAsked {
  /** A slider moves; once it stands still `onMove` follows. */
  readonly onMoving: () => void;
  readonly onMove: (horizon: Horizon) => void;
}

/** How long a slider stands still before the page follows. */
const stillMs = 60;

/** The two axes of time: the day that facts took effect by, and the instant they were known at. */
export const timeTool = ({ lang, engine }: Ledger, { onMoving, onMove }: TimeAsked): TimeTool => {
  const { horizon } = engine;
  let waiting: number | undefined;
  const moved = (): void => {
    onMoving();
    clearTimeout(waiting);
    waiting = window.setTimeout(tell, stillMs);
  };
  const tell = (): void => {
    const [day, instant] = [asOf.at(), knownAt.at()];
    back.disabled = day === undefined && instant === undefined;
    onMove({
      ...(day === undefined ? {} : { asOf: day }),
      ...(instant === undefined ? {} : { knownAt: instant }),
    });
  };
  const asOf = timeAxis<CalendarDate>(lang, {
    id: "as-of",
    label: sayPage(lang, "time.asOf"),
    points: engine.days,
    said: (day) => sayDate(lang, day),
    noLimit:
      horizon.asOf === undefined ? sayPage(lang, "time.allDays") : sayDate(lang, horizon.asOf),
    onMove: moved,
  });
  const knownAt = timeAxis<Instant>(lang, {
    id: "known-at",
    label: sayPage(lang, "time.knownAt"),
    points: engine.instants,
    said: (instant) => sayInstant(lang, instant),
    noLimit:
      horizon.knownAt === undefined
        ? sayPage(lang, "time.allInstants")
        : sayInstant(lang, horizon.knownAt),
    onMove: moved,
  });
  const reset = (): void => {
    asOf.reset();
    knownAt.reset();
    clearTimeout(waiting);
    tell();
  };
  const back = button(sayPage(lang, "time.reset"), reset, { class: "reset" });
  back.disabled = true;
  return {
    element: element(
      "section",
      { class: "tool time", "aria-labelledby": "time-heading" },
      element("h2", { id: "time-heading" }, sayPage(lang, "time.label")),
      asOf.element,
      knownAt.element,
      back,
    ),
    reset,
  };
};
