export { projected } from "./projected.ts";
export { type ReadRecord, type RecordLine, Replaying, type Take, type Way } from "./replaying.ts";
export { trusted } from "./trusted.ts";
export { validated } from "./validated.ts";
export type { TakeValues, Wanted, WantedOf } from "./wanted.ts";
