import { type Lang, sayPage } from "@tongket/core/messages";
import { type Explorer, explore } from "./explore.ts";
import { onFigurePressed } from "./figure-controls.ts";
import { placeOf } from "./figure-place.ts";
import { ledgerOf } from "./ledger.ts";
import { makePanel } from "./panel.ts";
import { shownDocument } from "./shown-document.ts";
import { makeToolbox } from "./toolbox.ts";

/** Brings the page to life: what needs no ledger at once, the rest when the browser is idle. */
export const enliven = (main: HTMLElement, lang: Lang): void => {
  const parts = {
    document: shownDocument(main, lang),
    panel: makePanel(lang),
    toolbox: makeToolbox(lang, main),
  };
  const ledger = ledgerOf(lang);
  let explorer: Promise<Explorer | undefined> | undefined;
  const explored = (): Promise<Explorer | undefined> => {
    explorer ??= ledger().then(
      (one) => explore(one, parts),
      (reason: unknown) => {
        parts.toolbox.tell(sayPage(lang, "tools.failed", { reason: String(reason) }));
        return undefined;
      },
    );
    return explorer;
  };
  onFigurePressed(main, async (figure) => {
    const place = placeOf(figure);
    (await explored())?.openFigure(place);
  });
  whenIdle(() => void explored());
};

/** A document that is read at once stays quick; one that rests is made ready. */
const whenIdle = (does: () => void): void => {
  if ("requestIdleCallback" in window) requestIdleCallback(does, { timeout: 1000 });
  else setTimeout(does, 1);
};
