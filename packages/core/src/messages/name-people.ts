/**
 * Puts names into a free text, which names people only as `{person:id}`. A person for whom
 * `lookup` has no name, because their key is gone, stands as `[id]`. What a name itself holds
 * is not read again. Anything else in braces stays as it is.
 */
export const namePeople = (text: string, lookup: (person: string) => string | undefined): string =>
  text.replace(MENTION, (_, person: string) => lookup(person) ?? `[${person}]`);

const MENTION = /\{person:([A-Za-z0-9._:/-]{1,96})\}/g;
