import { copyKey, eraseKey, hasKey, peopleWithKeys, readKey, readOrMakeKey } from "./key-file.ts";
import { type Profile, profileText, readProfile } from "./profile.ts";
import {
  type CopyResult,
  type Destroyed,
  damagedSealed,
  type SealResult,
  type UnsealResult,
} from "./results.ts";
import { openText, sealText } from "./sealed-text.ts";

/**
 * The keys of persons, one file each, and what they seal. Every method is synchronous: it reads
 * or writes one small file. Expected refusals are values told apart by `outcome`; what throws is
 * a text that is no person id (TypeError) and what the disk itself refuses (Node's own error).
 */
export interface Vault {
  /** Encrypts a profile, and makes the person's key when this is their first. */
  seal(person: string, profile: Profile): SealResult;
  /** Decrypts what `seal` gave for this person in this vault. */
  unseal(person: string, sealed: string): UnsealResult;
  /** Erases the key and leaves a tombstone, also when there is no key; safe to repeat. */
  destroy(person: string): Destroyed;
  /** Gives the person's key to the vault of another directory; safe to repeat. */
  copyTo(directory: string, person: string): CopyResult;
  /** Whether a key of the person lies here, also one whose `destroy` was cut short: repeat it. */
  has(person: string): boolean;
  /** Everybody whose key lies here, sorted by UTF-16 units. */
  people(): string[];
}

/** Touches nothing on disk: the first `seal` or `destroy` makes the directory, owner only. */
export const openVault = (directory: string): Vault => ({
  seal(person, profile) {
    const text = profileText(profile);
    if (typeof text !== "string") return text;
    const found = readOrMakeKey({ directory, person });
    if (found.outcome !== "KeyFound") return found;
    return { outcome: "Sealed", sealed: sealText({ key: found.key, person, text }) };
  },

  unseal(person, sealed) {
    const found = readKey({ directory, person });
    if (found.outcome !== "KeyFound") return found;
    const text = openText({ key: found.key, person, sealed });
    const profile = text === undefined ? undefined : readProfile(text);
    return profile ? { outcome: "Opened", profile } : damagedSealed(person);
  },

  destroy(person) {
    return { outcome: "Destroyed", person, hadKey: eraseKey({ directory, person }) };
  },

  copyTo: (other, person) => copyKey({ directory, person }, other),

  has: (person) => hasKey({ directory, person }),

  people: () => peopleWithKeys(directory),
});
