import { type Lang, sayPage } from "@tongket/core/messages";
import { button, element } from "./element.ts";

/** One axis of time as a slider with steps; at its end stands no limit. */
export interface TimeAxis<Point> {
  readonly element: HTMLElement;
  readonly at: () => Point | undefined;
  readonly reset: () => void;
}

export interface AxisAsked<Point> {
  readonly id: string;
  readonly label: string;
  /** Ascending. */
  readonly points: readonly Point[];
  readonly said: (point: Point) => string;
  /** What stands at the end. */
  readonly noLimit: string;
  readonly onMove: () => void;
}

export const timeAxis = <Point>(lang: Lang, asked: AxisAsked<Point>): TimeAxis<Point> => {
  const { id, label, points, said, noLimit, onMove } = asked;
  const end = String(points.length);
  const range = element("input", { type: "range", id, min: "0", max: end, step: "1", value: end });
  const words = element("output", { for: id });
  const at = (): Point | undefined => points[range.valueAsNumber];
  const show = (): void => {
    const point = at();
    words.textContent = point === undefined ? noLimit : said(point);
    range.setAttribute("aria-valuetext", words.textContent);
    back.disabled = range.value === "0";
    forward.disabled = range.value === end;
  };
  const step = (by: number) => (): void => {
    range.valueAsNumber += by;
    show();
    onMove();
  };
  const back = button("‹", step(-1), { "aria-label": sayPage(lang, "time.back", { axis: label }) });
  const forward = button("›", step(1), {
    "aria-label": sayPage(lang, "time.forward", { axis: label }),
  });
  range.addEventListener("input", () => {
    show();
    onMove();
  });
  show();
  return {
    element: element(
      "div",
      { class: "axis" },
      element("label", { for: id }, label),
      words,
      element("div", { class: "slide" }, back, range, forward),
    ),
    at,
    reset: () => {
      range.value = end;
      show();
    },
  };
};
