/** Arguments of a call that hold no password, and what each of them was. */
export interface Unsecret {
  readonly argv: readonly string[];
  /** A place as it was given, by how it is shown. */
  readonly whole: (shown: string) => string;
  /** A text with each place in it as it is shown. */
  readonly hidden: (text: string) => string;
}

/**
 * Takes the passwords out of all arguments before anything reads them, so that none can come into
 * a message, a result or a ledger. Only who opens a place or a file asks for the whole of it. Two
 * places that would be shown alike are told apart by a number.
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
    const [, option = "", place = ""] = optionAndPlace.exec(one) ?? [];
    return option + (isUrl.test(place) || shownPlace(place) !== place ? shownApart(place) : place);
  });
  const hidden = (text: string): string => {
    let safe = text;
    for (const [place, whole] of wholes) {
      if (place === whole) continue;
      // A folder or another part of a path may be told alone.
      const login = whole.slice(0, whole.lastIndexOf("@") + 1);
      for (const written of [whole, JSON.stringify(whole).slice(1, -1)]) {
        safe = safe.replaceAll(written, place);
      }
      if (login !== "") safe = safe.replaceAll(login, "…@");
    }
    return safe;
  };
  return { argv: shown, whole: (place) => wholes.get(place) ?? place, hidden };
};

const optionAndPlace = /^(--?[^=:@/?]+=|-[a-z](?!-))?([\s\S]*)$/;
const isUrl = /^\s*[a-z][a-z0-9+.-]*:\/+/i;

/**
 * A place as it may be shown: without the password before its last `@`, and without parameters
 * that are named for one. Of a server that knows tokens the name of the user may be one as well.
 */
export const shownPlace = (text: string): string => {
  const [scheme] = isUrl.exec(text) ?? [];
  if (scheme === undefined) return shownMistyped(text);
  const [, place = "", mark = "", query = ""] =
    /^([^?#]*)([?#]?)([\s\S]*)$/.exec(text.slice(scheme.length)) ?? [];
  // An `@` back there may end a password as well as stand in one: nothing tells which.
  if (query.includes("@")) return `${scheme}…${ledgerIn.exec(query)?.[0] ?? ""}`;
  const at = place.lastIndexOf("@");
  const [user = ""] = place.slice(0, Math.max(0, at)).split(":");
  const isName = user !== "" && /^\s*postgres(?:ql)?:/i.test(scheme);
  return `${scheme}${isName ? `${user}@` : ""}${place.slice(at + 1)}${withoutSecrets(mark, query)}`;
};

/** A URL whose scheme or colon was forgotten: what stands before an `@` is no name of a file. */
const shownMistyped = (text: string): string => {
  const isUrlLike =
    /^\s*(?:postgres|nats|[a-z][a-z0-9+.-]*.?\/\/)/i.test(text) || asksFor.test(text);
  // A text of words, such as a reason, is recorded as it is; and no server is called as a year is.
  const isOther = /\S\s+\S/.test(text) || /@\d{4}$/.test(text);
  if (isOther && !isUrlLike) return text;
  return shownWord(text, isUrlLike);
};

const asksFor = /[?&]ledger=/;

const shownWord = (word: string, isUrlLike: boolean): string => {
  const at = word.lastIndexOf("@");
  const [, before = "", query = ""] = /^([^?]*)([\s\S]*)$/.exec(word) ?? [];
  const hidden = secretBefore(word.slice(0, Math.max(0, at)), isUrlLike);
  if (hidden === undefined) {
    return isUrlLike ? before + withoutSecrets("?", query.slice(1)) : word;
  }
  if (query.includes("@")) return `${hidden}…${ledgerIn.exec(query)?.[0] ?? ""}`;
  return `${hidden}…${before.slice(at)}${withoutSecrets("?", query.slice(1))}`;
};

/** What may be shown of what stands before an `@`, or nothing where no secret can be in it. */
const secretBefore = (text: string, isUrlLike: boolean): string | undefined => {
  const [start = ""] = /^\s*[a-z][a-z0-9+.-]*[^a-z0-9@]?\/\/|^\s*\/*/i.exec(text) ?? [];
  const colon = text.indexOf(":", start.length);
  if (colon >= 0 && colon < text.length - 1) {
    return /nats/i.test(start) ? start : text.slice(0, colon + 1);
  }
  return isUrlLike && text !== "" ? start : undefined;
};

const withoutSecrets = (mark: string, query: string): string => {
  const left = query.split("&").filter((one) => !isSecret(one));
  return left.length === 0 || left.join("") === "" ? "" : mark + left.join("&");
};

const ledgerIn = /[?&]?ledger=[A-Za-z0-9._:/-]+$/;

/** Whether a parameter is named for a secret, also where its name is written in code. */
const isSecret = (parameter: string): boolean =>
  [...new URLSearchParams(parameter).keys()].some((name) => /pass|secret|token|key/i.test(name));
