import type { Outcome, Refusal, RefusalName } from "@tongket/core";
import type { EventStore } from "@tongket/core/log";
import { isSealedText, openVault, type Profile, type Vault } from "@tongket/vault";
import type { Call } from "./call.ts";
import type { UnnamedCommand } from "./command-ids.ts";
import { openVaultOf } from "./erased.ts";
import { Failure, illTyped, inputFault, type PlacedFault } from "./fault.ts";
import { vaultOf } from "./vault-place.ts";

interface Opened {
  /** The command as core knows it, a stand-in where the sealed text will be. */
  readonly asked: { readonly [member: string]: unknown };
  readonly profile?: Profile;
  readonly faults: readonly PlacedFault[];
}

/** Sealed, a profile has a third more bytes, and an event carries 20,000 at most. */
const profileBytesMax = 14_000;

const standIn = "v1.x";

/**
 * Takes clear data out of a `ProfilePerson`. Nothing is sealed yet: sealing makes a key, and a
 * file with a bad line changes nothing.
 */
export const withoutProfile = (asked: { readonly [member: string]: unknown }): Opened => {
  const data = asked["data"];
  if (asked["command"] !== "ProfilePerson" || !isObject(data)) return { asked, faults: [] };
  if (!Object.hasOwn(data, "profile")) {
    const faults = sealedFaults(data["sealed"]);
    const sound = faults.length === 0 ? data : { ...data, sealed: standIn };
    return { asked: { ...asked, data: sound }, faults };
  }
  const { profile, ...others } = data;
  const sealed = Object.hasOwn(others, "sealed")
    ? [inputFault("ProfileSealedTwice", {}, { path: ["data"] })]
    : [];
  const opened = { ...asked, data: { ...others, sealed: standIn } };
  const faults = [...sealed, ...profileFaults(profile)];
  return { asked: opened, faults, profile: profile as Profile };
};

/** What is given as sealed is recorded for ever: another vault may have made it, but no hand. */
const sealedFaults = (text: unknown): readonly PlacedFault[] =>
  typeof text !== "string" || isSealedText(text)
    ? []
    : [illTyped("a sealed text", "…", { path: ["data", "sealed"] })];

const profileFaults = (profile: unknown): readonly PlacedFault[] => {
  const path = ["data", "profile"];
  if (!isObject(profile)) return [illTyped("object", profile, { path })];
  const faults = Object.entries(profile).flatMap(([member, value]) =>
    typeof value === "string" ? [] : [illTyped("string", value, { path: [...path, member] })],
  );
  const bytes = Buffer.byteLength(JSON.stringify(profile));
  return bytes <= profileBytesMax
    ? faults
    : [...faults, inputFault("ProfileTooLong", { bytes, bytesMax: profileBytesMax }, { path })];
};

const isObject = (value: unknown): value is { readonly [member: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The vault to seal with; looked through for keys of the erased where there is a profile. */
export const vaultFor = async (
  call: Call,
  store: EventStore,
  commands: readonly { readonly profile?: Profile }[],
): Promise<Vault> =>
  commands.some(({ profile }) => profile !== undefined)
    ? openVaultOf(call, store)
    : openVault(vaultOf(call, store));

/**
 * The command with the profile sealed, or the refusal of a person whose key was destroyed. Throws
 * where the vault is damaged.
 */
export const sealed = (
  given: {
    readonly command: UnnamedCommand;
    readonly profile?: Profile;
    readonly place: { readonly file: string; readonly line: number };
  },
  vault: Vault,
): UnnamedCommand | { readonly refused: Outcome } => {
  const { command, profile, place } = given;
  if (profile === undefined) return command;
  const { person } = command.data as { readonly person: string };
  const result = vault.seal(person, profile);
  switch (result.outcome) {
    case "Sealed":
      return { ...command, data: { person, sealed: result.sealed } };
    case "PersonErased": {
      const refusal: Refusal<RefusalName> = { refusal: "PersonIsErased", facts: { person } };
      return { refused: { outcome: "Refused", refusals: [refusal] } };
    }
    case "Damaged":
    case "ProfileRefused": {
      const facts = { person, why: result.message };
      throw new Failure("input", [inputFault("KeyDamaged", facts, place)]);
    }
  }
};
