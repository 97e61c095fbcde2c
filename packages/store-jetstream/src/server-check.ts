import type { ServerInfo } from "@nats-io/transport-node";
import { commitBytesMax } from "@tongket/core/log";
import { unfit } from "./jetstream-fault.ts";

/** The oldest server that the suite has passed on. */
const versionNeeded = "2.9.10";
/** A commit, with room for the headers of its message. */
const payloadNeeded = commitBytesMax + 4096;

/** Throws where a server is too old to honour what the store asks of it, or takes no commit. */
export const demandServer = ({ version, max_payload }: ServerInfo, storage: string): void => {
  if (!isAtLeast(version, versionNeeded)) {
    throw unfit(storage, { setting: "version", found: version, needed: versionNeeded });
  }
  if (max_payload < payloadNeeded) {
    throw unfit(storage, { setting: "max_payload", found: max_payload, needed: payloadNeeded });
  }
};

const isAtLeast = (version: string, needed: string): boolean => {
  const [found, least] = [partsOf(version), partsOf(needed)];
  const differs = least.findIndex((part, index) => part !== found[index]);
  return differs === -1 || (found[differs] ?? -1) > (least[differs] as number);
};

/** A version before a release, such as `2.12.0-RC.1`, counts as the release. */
const partsOf = (version: string): readonly number[] => {
  const [, ...parts] = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version) ?? [];
  return parts.map(Number);
};
