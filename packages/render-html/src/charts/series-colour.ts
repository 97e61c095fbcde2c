import type { Chart } from "./chart.ts";

/** How many colours the style sheet has: `--chart-0`, with `--chart-ink-0` upon it, and so on. */
const coloursCount = 5;

/** The name of the colour of a series; from the best to the worst, and a quiet one for the rest. */
export const colourOf = ({ series, rest }: Chart, name: string): string =>
  name === rest ? "rest" : String(series.indexOf(name) % coloursCount);
