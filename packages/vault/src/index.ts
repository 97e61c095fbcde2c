export { namePeople } from "./name-people.ts";
export type { Profile, ProfileRefused } from "./profile.ts";
export type {
  Damaged,
  Destroyed,
  KeyGone,
  Opened,
  PersonErased,
  Sealed,
  SealResult,
  UnsealResult,
} from "./results.ts";
export { openVault, type Vault } from "./vault.ts";
