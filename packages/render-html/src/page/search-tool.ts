import { sayPage } from "@tongket/core/messages";
import type { TreeNode, YearView } from "@tongket/core/projections";
import { button, element } from "./element.ts";
import { foundBranches } from "./found-branches.ts";
import type { Ledger } from "./ledger.ts";

/** How many branches are listed at most. */
const listedMax = 20;

export interface SearchAsked {
  /** The branches as they stand now. */
  readonly view: () => YearView;
  readonly onChosen: (branch: TreeNode) => void;
  readonly onCleared: () => void;
}

/** Finds branches by name or id. Arrows go through what is found, Enter opens one. */
export const searchTool = ({ lang }: Ledger, asked: SearchAsked): HTMLElement => {
  const field = fieldOf(lang);
  const label = sayPage(lang, "search.label");
  const list = element("ul", { id: "search-list", role: "listbox", "aria-label": label });
  const told = element("p", { role: "status", class: "quiet" });
  const clear = button(sayPage(lang, "search.clear"), () => {
    clear.hidden = true;
    asked.onCleared();
  });
  let found: readonly TreeNode[] = [];
  let active = -1;
  const activate = (at: number): void => {
    active = at;
    for (const [one, option] of [...list.children].entries()) {
      option.setAttribute("aria-selected", String(one === at));
      if (one === at) option.scrollIntoView({ block: "nearest" });
    }
    if (at < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", `search-${at}`);
  };
  const step = (by: number): void => {
    const from = active < 0 && by < 0 ? 0 : active;
    if (found.length > 0) activate((from + by + found.length) % found.length);
  };
  const choose = (node: TreeNode | undefined): void => {
    if (node === undefined) return;
    close();
    clear.hidden = false;
    asked.onChosen(node);
  };
  const close = (): void => {
    found = [];
    list.replaceChildren();
    field.setAttribute("aria-expanded", "false");
    activate(-1);
  };
  const look = (): void => {
    const all = foundBranches(asked.view(), field.value);
    found = all.slice(0, listedMax);
    list.replaceChildren(...found.map((node, at) => optionOf(node, at, choose)));
    field.setAttribute("aria-expanded", String(found.length > 0));
    told.textContent = toldOf(lang, field.value, all.length);
    activate(-1);
  };
  field.addEventListener("input", look);
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowUp") step(-1);
    else if (event.key === "Enter") choose(found[active] ?? found[0]);
    else if (event.key === "Escape" && found.length > 0) close();
    else return;
    event.preventDefault();
  });
  clear.hidden = true;
  return element(
    "section",
    { class: "tool search" },
    element("label", { for: field.id }, element("h2", {}, label)),
    field,
    told,
    list,
    clear,
  );
};

const fieldOf = (lang: Ledger["lang"]): HTMLInputElement =>
  element("input", {
    id: "search",
    type: "search",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    "aria-expanded": "false",
    "aria-controls": "search-list",
    "aria-autocomplete": "list",
    placeholder: sayPage(lang, "search.hint"),
  });

const optionOf = (node: TreeNode, at: number, choose: (node: TreeNode) => void): HTMLElement => {
  const option = element(
    "li",
    { role: "option", id: `search-${at}`, "aria-selected": "false", "data-branch": node.branch },
    node.name,
    " ",
    element("code", {}, node.branch),
  );
  option.addEventListener("click", () => choose(node));
  return option;
};

const toldOf = (lang: Ledger["lang"], sought: string, count: number): string => {
  if (sought.trim() === "") return "";
  if (count === 0) return sayPage(lang, "search.none");
  const found = sayPage(lang, "search.found", { count });
  return count <= listedMax
    ? found
    : `${found}. ${sayPage(lang, "search.more", { listed: listedMax })}`;
};
