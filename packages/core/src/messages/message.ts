export type Facts = { readonly [name: string]: unknown };

/**
 * A sentence with places for facts: `{name}`; `{name:date}`, `{name:count}`, `{name:word}` (a
 * word of the code), `{name:found}` (what was received), `{name:whole}` (not cut), `{name:goal}`,
 * `{name:amount}` and `{name:figure}` say how one is shown, and `{name|one|many}` chooses by a
 * count, of as many forms as the language has. Of several sentences the first holds whose facts are
 * all there: a fact that is null is not there.
 */
export type Template = string | readonly [string, string, ...string[]];

/** What is the case, and what to do about it. */
export interface Message {
  readonly says: Template;
  readonly remedy: Template;
}

/** The names of the facts that a template asks for. */
export type NamesIn<T extends Template> = T extends string
  ? NamesInText<T>
  : T extends readonly (infer Each)[]
    ? NamesInText<Each & string>
    : never;

type NamesInText<T extends string> = T extends `${string}{${infer Place}}${infer Rest}`
  ? NameOf<Place> | NamesInText<Rest>
  : never;
type NameOf<Place extends string> = Place extends `${infer Name}:${string}`
  ? Name
  : Place extends `${infer Name}|${string}`
    ? Name
    : Place;

/** A long text in parts: unlike `+`, it keeps the type of the text, and with it its places. */
export const joined = <const Parts extends readonly string[]>(...parts: Parts): Joined<Parts> =>
  parts.join("") as Joined<Parts>;

type Joined<Parts extends readonly string[]> = Parts extends readonly [
  infer First extends string,
  ...infer Rest extends readonly string[],
]
  ? `${First}${Joined<Rest>}`
  : "";

/** A place: its name, and how its fact is shown or which forms a count chooses from. */
export const place = /\{(\w+)(?::(\w+)|((?:\|[^|{}]*){2,}))?\}/g;

/** The sentences of a template, the preferred one first. */
export const textsOf = (template: Template): readonly string[] =>
  typeof template === "string" ? [template] : template;

/** The names of the facts in a text. */
export const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(place)].map(([, name = ""]) => name);
