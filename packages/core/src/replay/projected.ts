import { LineWalker } from "./line-walker.ts";
import type { Way } from "./replaying.ts";
import { whole } from "./trusted.ts";
import type { WantedOf } from "./wanted.ts";

/**
 * Reads no more than what is wanted, and parses a record that is not as they are written. More
 * may be given than is wanted, never less.
 */
export const projected = (wantedOf: WantedOf): Way => {
  const walker = new LineWalker(wantedOf);
  return (line) => {
    const events = walker.walk(line);
    return events === undefined ? whole(line) : { events, actor: walker.actor };
  };
};
