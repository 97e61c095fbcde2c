/** Arguments of a call that hold no password, and what each of them was. */
export interface Unsecret {
  readonly argv: readonly string[];
  /** A place as it was given, by how it is shown. */
  readonly whole: (shown: string) => string;
}

/**
 * Takes the passwords out of all arguments before anything reads them, so that none can come into
 * a message, a result or a ledger. Only who opens a place asks for the whole of it. Two places that
 * would be shown alike are told apart by a number.
 */
export const withoutPasswords = (argv: readonly string[]): Unsecret => {
  const wholes = new Map<string, string>();
  const shownApart = (place: string): string => {
    const safe = shownPlace(place);
    for (let count = 1; ; count += 1) {
      const shown = count === 1 ? safe : `${safe}#${count}`;
      const known = wholes.get(shown);
      if (known !== undefined && known !== place) continue;
      wholes.set(shown, place);
      return shown;
    }
  };
  const shown = argv.map((one) => {
    const [, option = "", place = ""] = /^(--?[^=]+=)?([\s\S]*)$/.exec(one) ?? [];
    return option + (isUrl.test(place) ? shownApart(place) : place);
  });
  return { argv: shown, whole: (place) => wholes.get(place) ?? place };
};

const isUrl = /^\s*[a-z][a-z0-9+.-]*:\/+/i;

/**
 * A URL as it may be shown: without the password before its last `@`, and without parameters
 * that are named for one. Of a server that knows tokens the name of the user may be one as well.
 */
export const shownPlace = (text: string): string => {
  const [scheme] = isUrl.exec(text) ?? [];
  if (scheme === undefined) return text;
  const [, place = "", mark = "", query = ""] =
    /^([^?#]*)([?#]?)([\s\S]*)$/.exec(text.slice(scheme.length)) ?? [];
  // An `@` back there may end a password as well as stand in one: nothing tells which.
  if (query.includes("@")) return `${scheme}…${ledgerIn.exec(query)?.[0] ?? ""}`;
  const at = place.lastIndexOf("@");
  const [user = ""] = place.slice(0, Math.max(0, at)).split(":");
  const isName = user !== "" && /^\s*postgres(?:ql)?:/i.test(scheme);
  const left = query.split("&").filter((one) => !isSecret(one));
  const rest = left.length === 0 || left.join("") === "" ? "" : mark + left.join("&");
  return `${scheme}${isName ? `${user}@` : ""}${place.slice(at + 1)}${rest}`;
};

const ledgerIn = /[?&]?ledger=[A-Za-z0-9._:/-]+$/;

/** Whether a parameter is named for a secret, also where its name is written in code. */
const isSecret = (parameter: string): boolean =>
  [...new URLSearchParams(parameter).keys()].some((name) => /pass|secret|token|key/i.test(name));
