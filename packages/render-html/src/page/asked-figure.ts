/** What a figure of the document is explained by, and how it stands to that. */
export interface AskedFigure {
  readonly figure: string;
  readonly as: "itself" | "goal" | "margin" | "reported";
}

/**
 * Figures that have no explanation of their own are about one that has: a goal is about its
 * target, a reported figure about what is computed.
 */
export const askedFigure = ({ figure, is }: Placed): AskedFigure => {
  for (const [pattern, named, as] of abouts) {
    if (isPart(as) && as !== is) continue;
    if (pattern.test(figure)) return { figure: figure.replace(pattern, named), as };
  }
  return { figure, as: "itself" };
};

interface Placed {
  readonly figure: string;
  readonly is: string;
}

/** A target may itself be called `a/goal`: what a figure is decides. */
const isPart = (as: AskedFigure["as"]): boolean => as === "goal" || as === "margin";

const abouts: readonly (readonly [RegExp, string, AskedFigure["as"]])[] = [
  [/^(target:.+)\/goal(@\d{4})$/, "$1$2", "goal"],
  [/^(target:.+)\/margin(@\d{4})$/, "$1$2", "margin"],
  [/^(.+@\d{4})\/\d+\.\d+$/, "$1", "reported"],
  [/^awardsReported(@\d{4})$/, "awardsGranted$1", "reported"],
  [/^planItemsStated\/(.+@\d{4})$/, "planItemsListed/$1", "reported"],
];
