export { namePeople } from "@tongket/core/messages";
export type { Profile, ProfileRefused } from "./profile.ts";
export type {
  CopyResult,
  Damaged,
  Destroyed,
  KeyCopied,
  KeyGone,
  Opened,
  PersonErased,
  Sealed,
  SealResult,
  UnsealResult,
} from "./results.ts";
export { isSealedText } from "./sealed-text.ts";
export { openVault, type Vault } from "./vault.ts";
