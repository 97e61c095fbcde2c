/** A chart as a value: rows of bars, each in parts of some series, and what each aims at. */
export interface Chart {
  readonly chart: string;
  readonly title: string;
  /** In the order they are stacked and told in the legend. */
  readonly series: readonly string[];
  readonly rows: readonly ChartRow[];
  /** The one of them that is quiet in colour: what nothing was done of. */
  readonly rest?: string;
  /** What the legend calls a goal, where a row has one. */
  readonly goal?: string;
  /** The right end of the scale; by default the largest row. */
  readonly scaleMax?: number;
}

export interface ChartRow {
  readonly row: string;
  /** What the row comes to, in words, beside its name. */
  readonly said: string;
  readonly parts: readonly ChartPart[];
  readonly goal?: ChartAmount;
}

export interface ChartPart extends ChartAmount {
  readonly series: string;
}

export interface ChartAmount {
  readonly amount: number;
  readonly said: string;
}
