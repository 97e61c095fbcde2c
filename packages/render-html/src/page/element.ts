type Names = keyof HTMLElementTagNameMap;
type Child = Node | string | undefined;

/** An element with attributes and children; words are text, and never mark-up. */
export const element = <Name extends Names>(
  name: Name,
  attributes: { readonly [attribute: string]: string | undefined } = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(attribute, value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
};

/** A button that does something. */
export const button = (
  words: Child,
  does: () => void,
  attributes: { readonly [attribute: string]: string | undefined } = {},
): HTMLButtonElement => {
  const made = element("button", { type: "button", ...attributes }, words);
  made.addEventListener("click", does);
  return made;
};
