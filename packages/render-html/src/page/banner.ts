import type { Horizon } from "@tongket/core/log";
import { type Lang, sayDate, sayInstant, sayPage } from "@tongket/core/messages";
import { button, element } from "./element.ts";

export interface Banner {
  readonly element: HTMLElement;
  readonly show: (shown: ShownMoment) => void;
}

export interface ShownMoment {
  readonly horizon: Horizon;
  /** How many figures of the document differ from the report's. */
  readonly changed: number;
  /** Whether the branch of the document is there yet. */
  readonly isThere: boolean;
}

/** Says, also aloud and in print, when the page shows another moment than the report's. */
export const makeBanner = (lang: Lang, onReset: () => void): Banner => {
  const words = element("p", { role: "status", "aria-live": "polite" });
  const back = button(sayPage(lang, "time.reset"), onReset);
  const banner = element("div", { class: "banner" }, words, back);
  banner.classList.add("at-rest");
  back.hidden = true;
  return {
    element: banner,
    show: (shown) => {
      const moment = momentWords(lang, shown.horizon);
      banner.classList.toggle("at-rest", moment === "");
      back.hidden = moment === "";
      words.textContent =
        moment === ""
          ? sayPage(lang, "time.theReport")
          : `${sayPage(lang, "moment.another", { moment })} ${differenceWords(lang, shown)}`;
    },
  };
};

const differenceWords = (lang: Lang, { changed, isThere }: ShownMoment): string => {
  if (!isThere) return sayPage(lang, "moment.noBranch");
  return changed === 0
    ? sayPage(lang, "moment.unchanged")
    : sayPage(lang, "moment.changed", { count: changed });
};

const momentWords = (lang: Lang, { asOf, knownAt }: Horizon): string =>
  [
    ...(asOf === undefined ? [] : [sayPage(lang, "moment.asOf", { day: sayDate(lang, asOf) })]),
    ...(knownAt === undefined
      ? []
      : [sayPage(lang, "moment.knownAt", { instant: sayInstant(lang, knownAt) })]),
  ].join(", ");
