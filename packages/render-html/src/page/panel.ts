import { type Lang, sayPage } from "@tongket/core/messages";
import { button, element } from "./element.ts";

/** What the panel shows: a title, and all below it. */
export interface PanelContent {
  readonly title: string;
  readonly nodes: readonly Node[];
}

export interface Panel {
  readonly open: (content: PanelContent) => void;
}

/**
 * One dialog for all that can be opened. It takes the focus and gives it back; Escape, its button,
 * and a press beside it close it.
 */
export const makePanel = (lang: Lang): Panel => {
  const title = element("h2", { id: "panel-title", tabindex: "-1" });
  const close = button("×", () => dialog.close(), {
    class: "close",
    "aria-label": sayPage(lang, "panel.close"),
  });
  const body = element("div", { class: "body" });
  const head = element("div", { class: "head" }, title, close);
  const dialog = element("dialog", { class: "panel", "aria-labelledby": title.id }, head, body);
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close();
  });
  document.body.append(dialog);
  return {
    open: (content) => {
      title.textContent = content.title;
      body.replaceChildren(...content.nodes);
      if (!dialog.open) dialog.showModal();
      body.scrollTop = 0;
      title.focus();
    },
  };
};
