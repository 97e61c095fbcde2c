import { chartStyle } from "./chart-style.ts";
import { colourStyle } from "./colour-style.ts";
import { panelStyle } from "./panel-style.ts";
import { printStyle } from "./print-style.ts";
import { shownStyle } from "./shown-style.ts";
import { toolStyle } from "./tool-style.ts";

/** How all looks that a page to explore has besides its document; print has the last word. */
export const pageStyle = [
  colourStyle,
  shownStyle,
  toolStyle,
  panelStyle,
  chartStyle,
  printStyle,
].join("");
