import { type Lang, sayPage } from "@tongket/core/messages";
import { type Explorer, explore } from "./explore.ts";
import { onFigurePressed } from "./figure-controls.ts";
import { placeOf } from "./figure-place.ts";
import { openLedger } from "./ledger.ts";
import { makePanel } from "./panel.ts";
import { shownDocument } from "./shown-document.ts";
import { makeToolbox } from "./toolbox.ts";
import { once, whenIdle } from "./when-idle.ts";

/** Brings the page to life: what needs no ledger at once, the rest when the browser is idle. */
export const enliven = (main: HTMLElement, lang: Lang): void => {
  const parts = {
    document: shownDocument(main, lang),
    panel: makePanel(lang),
    toolbox: makeToolbox(lang, main),
  };
  // A document can be read at once; the ledger is opened when there is time, or a figure pressed.
  const explored = once(
    (): Promise<Explorer | undefined> =>
      openLedger(lang).then(
        (ledger) => explore(ledger, parts),
        (reason: unknown) => {
          parts.toolbox.tell(sayPage(lang, "tools.failed", { reason: String(reason) }));
          return undefined;
        },
      ),
  );
  onFigurePressed(main, async (figure) => {
    const place = placeOf(figure);
    (await explored())?.openFigure(place);
  });
  whenIdle(() => void explored());
};
