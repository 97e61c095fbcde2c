import { type Lang, sayPage } from "@tongket/core/messages";
import { element } from "./element.ts";

export interface Toolbox {
  readonly fill: (tools: readonly Node[]) => void;
  /** In place of the tools: that there are none, and why. */
  readonly tell: (words: string) => void;
  /** Puts something between the tools and the document. */
  readonly putAbove: (node: Node) => void;
}

/** Stands beside the document where there is room, and folded below it where there is none. */
export const makeToolbox = (lang: Lang, main: HTMLElement): Toolbox => {
  const label = sayPage(lang, "tools.label");
  const body = element("div", { class: "body" });
  body.append(element("p", { class: "quiet" }, sayPage(lang, "tools.loading")));
  const fold = element("details", {}, element("summary", {}, label), body);
  main.before(element("aside", { class: "tools", "aria-label": label }, fold));
  const hasRoom = matchMedia("(min-width: 1120px)");
  const adapt = (): void => {
    fold.open = hasRoom.matches;
  };
  hasRoom.addEventListener("change", adapt);
  adapt();
  return {
    fill: (tools) => body.replaceChildren(...tools),
    tell: (words) => body.replaceChildren(element("p", { role: "alert" }, words)),
    putAbove: (node) => main.before(node),
  };
};
