export {
  type JetStreamOptions,
  type JetStreamStorage,
  openJetStreamStorage,
} from "./jetstream-storage.ts";
export { jetStreamOptionsOf } from "./url.ts";
