import { type Commit, typesOf } from "@tongket/core/log";

/** What events are found by: a tag, a type or a command id; a sign in front tells them apart. */
export interface Word {
  readonly key: string;
  /** Two hashes of it, 32 bits each. */
  readonly high: number;
  readonly low: number;
}

export const tagKey = (tag: string): string => `#${tag}`;
export const typeKey = (type: string): string => `:${type}`;
export const commandKey = (id: string): string => `=${id}`;

/** Those of an event's tags and types; some of them more than once. */
export const eventKeys = (event: Commit["events"][number]): readonly string[] => [
  ...event.tags.map(tagKey),
  ...typesOf(event).map(typeKey),
];

/** NOTE: files keep these hashes; another way of hashing is another version of them. */
export const wordOf = (key: string): Word => {
  let [high, low] = [0x9e3779b9, 0x41c6ce57];
  for (let at = 0; at < key.length; at += 1) {
    const unit = key.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  return { key, high: mixed(high ^ (low >>> 13)), low: mixed(low ^ (high >>> 16)) };
};

/** Each bit of the number changes about half of those of the result. */
const mixed = (number: number): number => {
  let bits = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
};
