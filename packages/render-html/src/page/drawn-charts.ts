import type { Page } from "@tongket/core/report";
import { chartsHtml } from "../charts/charts-html.ts";

/** Draws the charts anew, by the functions that drew them into the file. */
export const drawCharts = (page: Page): void => {
  const place = document.querySelector<HTMLElement>(".charts > .drawn");
  if (place === null) return;
  const { html } = chartsHtml(page, document);
  place.innerHTML = html;
  place.parentElement?.classList.toggle("empty", html === "");
};
