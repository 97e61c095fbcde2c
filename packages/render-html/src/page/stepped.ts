import { type Lang, sayPage } from "@tongket/core/messages";
import { button, element } from "./element.ts";

/** How many entries of a long list are shown at a time. */
export const stepSize = 100;

/**
 * A list that shows its first entries, and more of them at a press. Entries are made when they
 * are shown; focus goes to the first new one.
 */
export const stepped = <One>(
  lang: Lang,
  entries: readonly One[],
  made: (one: One) => Node,
  kind = "",
): HTMLElement => {
  const list = element("ul", { class: `stepped ${kind}` });
  const more = button("", () => show(true));
  let shown = 0;
  const show = (isAsked: boolean): void => {
    const items = entries.slice(shown, shown + stepSize).map((one) => element("li", {}, made(one)));
    shown += items.length;
    list.append(...items);
    const left = Math.min(stepSize, entries.length - shown);
    more.hidden = left === 0;
    more.textContent = sayPage(lang, "panel.more", { count: left });
    if (!isAsked) return;
    items[0]?.setAttribute("tabindex", "-1");
    items[0]?.focus();
  };
  show(false);
  return element("div", {}, list, more);
};
