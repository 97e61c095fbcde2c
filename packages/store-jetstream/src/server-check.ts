import type { JetStreamAccountStats } from "@nats-io/jetstream";
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

/** From this version on a message beyond an account's limit is refused before it is stored. */
const versionForLimits = "2.10.19";

/**
 * Throws where an account has a limit on a server that looks at it too late. Up to 2.10.10 it has
 * stored a record by then and takes it out again, and no other can ever be written in its place;
 * later ones refuse a record and let it stand.
 */
export const demandAccount = (
  { version }: ServerInfo,
  { limits, tiers }: JetStreamAccountStats,
  storage: string,
): void => {
  if (isAtLeast(version, versionForLimits)) return;
  const demand = (setting: string, found: number, isUnlimited: boolean): void => {
    const needed = `-1 before version ${versionForLimits}`;
    if (!isUnlimited) throw unfit(storage, { setting, found, needed });
  };
  const all = Object.values(tiers ?? { R1: { limits } }).flatMap((tier) => tier?.limits ?? []);
  for (const { max_storage: inAll, storage_max_stream_bytes: ofOne } of all) {
    demand("max_storage", inAll, inAll < 0);
    demand("storage_max_stream_bytes", ofOne, ofOne <= 0);
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
