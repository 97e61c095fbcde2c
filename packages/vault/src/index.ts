export { namePeople } from "./name-people.ts";
export type { Profile } from "./profile.ts";
export type {
  Damaged,
  Destroyed,
  KeyGone,
  Opened,
  PersonErased,
  ProfileRefused,
  Sealed,
  SealResult,
  UnsealResult,
} from "./results.ts";
export { openVault, type Vault } from "./vault.ts";
