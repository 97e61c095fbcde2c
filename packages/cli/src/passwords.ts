/** Arguments of a call that hold no password, and what each of them was. */
export interface Unsecret {
  readonly argv: readonly string[];
  /** A place as it was given, by how it is shown. */
  readonly whole: (shown: string) => string;
}

/**
 * Takes the passwords out of all arguments before anything reads them, so that none can come into
 * a message, a result or a ledger. Only who opens a place asks for the whole of it.
 */
export const withoutPasswords = (argv: readonly string[]): Unsecret => {
  const wholes = new Map<string, string>();
  const shown = argv.map((one) => {
    const [, option = "", place = ""] = /^(--?[a-zA-Z-]+=)?([\s\S]*)$/.exec(one) ?? [];
    const safe = shownPlace(place);
    if (safe !== place) wholes.set(safe, place);
    return option + safe;
  });
  return { argv: shown, whole: (place) => wholes.get(place) ?? place };
};

/**
 * A URL as it may be shown: without the password before its last `@`, and without parameters
 * that are named for one. Of a server that knows tokens the name of the user may be one as well.
 */
export const shownPlace = (text: string): string => {
  const [, scheme, rest = ""] = /^([a-z][a-z0-9+.-]*:\/\/)([\s\S]*)$/i.exec(text) ?? [];
  if (scheme === undefined) return text;
  const at = rest.lastIndexOf("@");
  const [user = ""] = rest.slice(0, Math.max(0, at)).split(":");
  const isName = user !== "" && /^postgres(?:ql)?:/i.test(scheme);
  const place = rest
    .slice(at + 1)
    .replace(secretParameter, "$1")
    .replace(/[?&]$/, "");
  return `${scheme}${isName ? `${user}@` : ""}${place}`;
};

const secretParameter = /([?&])[^=&#]*(?:pass|secret|token|key)[^=&#]*=[^&#]*&?/gi;
