/** What a figure of the document is explained by, and how it stands to that. */
export interface AskedFigure {
  readonly figure: string;
  readonly as: "itself" | "goal" | "margin" | "reported";
}

/**
 * Figures that have no explanation of their own are about one that has: a goal is about its
 * target, a reported figure about what is computed.
 */
export const askedFigure = (figure: string): AskedFigure => {
  for (const [pattern, named, as] of abouts) {
    if (pattern.test(figure)) return { figure: figure.replace(pattern, named), as };
  }
  return { figure, as: "itself" };
};

const abouts: readonly (readonly [RegExp, string, AskedFigure["as"]])[] = [
  [/^(target:.+)\/goal(@\d{4})$/, "$1$2", "goal"],
  [/^(target:.+)\/margin(@\d{4})$/, "$1$2", "margin"],
  [/^(.+@\d{4})\/\d+\.\d+$/, "$1", "reported"],
  [/^awardsReported(@\d{4})$/, "awardsGranted$1", "reported"],
  [/^planItemsStated\/.+(@\d{4})$/, "planItems$1", "reported"],
];
