import type { Profile, ProfileRefused } from "./profile.ts";

/** The profile as `PersonProfiled` may carry it: equal profiles of a person seal to equal texts. */
export interface Sealed {
  readonly outcome: "Sealed";
  readonly sealed: string;
}

/** The person was erased from this vault; no key is made for them again. */
export interface PersonErased {
  readonly outcome: "PersonErased";
  readonly person: string;
  readonly message: string;
}

/** What the sealed text held. */
export interface Opened {
  readonly outcome: "Opened";
  readonly profile: Profile;
}

/** There is no key: destroyed here when `erased`, else never in this vault. */
export interface KeyGone {
  readonly outcome: "KeyGone";
  readonly person: string;
  readonly erased: boolean;
  readonly message: string;
}

/** The key file or the sealed text is not what this vault wrote for this person. */
export interface Damaged {
  readonly outcome: "Damaged";
  readonly person: string;
  readonly what: "key" | "sealed";
  readonly message: string;
}

/** The person is erased for good. `hadKey` is false when there was no key left to destroy. */
export interface Destroyed {
  readonly outcome: "Destroyed";
  readonly person: string;
  readonly hadKey: boolean;
}

/**
 * The other vault has the key now, or had it before; `OtherKey`: it has another one for that
 * person, which was left as it is.
 */
export interface KeyCopied {
  readonly outcome: "KeyCopied" | "KeyHeld" | "OtherKey";
  readonly person: string;
}

export type SealResult = Sealed | ProfileRefused | PersonErased | Damaged;
export type CopyResult = KeyCopied | KeyGone | Damaged;
export type UnsealResult = Opened | KeyGone | Damaged;

export const personErased = (person: string): PersonErased => ({
  outcome: "PersonErased",
  person,
  message: `${person} was erased from this vault and gets no new key; use a new person id`,
});

export const keyGone = (person: string, erased: boolean): KeyGone => ({
  outcome: "KeyGone",
  person,
  erased,
  message: erased
    ? `the key of ${person} was destroyed; what it sealed cannot be read again`
    : `this vault has no key of ${person}; open the vault in which the profile was sealed`,
});

export const damagedKey = (person: string, path: string, fault: string): Damaged => ({
  outcome: "Damaged",
  person,
  what: "key",
  message: `the key of ${person} ${fault}; restore ${path} from a backup, or destroy the key`,
});

export const damagedSealed = (person: string): Damaged => ({
  outcome: "Damaged",
  person,
  what: "sealed",
  message:
    `the text does not open with the key of ${person}: it was changed, cut, sealed for another ` +
    "person or vault, or is of a newer version; verify the ledger, then profile the person again",
});
