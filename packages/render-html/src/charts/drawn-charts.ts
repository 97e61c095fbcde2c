import type { Page } from "@tongket/core/report";
import { parseHTML } from "linkedom";
import { chartsHtml } from "./charts-html.ts";

/** The charts of a year as HTML, drawn without a browser. */
export const drawnCharts = (page: Page): string =>
  chartsHtml(page, parseHTML("<html></html>").document as never).html;
