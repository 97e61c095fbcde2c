import type { DomainEvent } from "../kernel/event.ts";
import { lifter, type Upcaster } from "./upcasters.ts";

/** The lifts from every older version of an event type to its current one; none so far. */
export const upcasters: readonly Upcaster[] = [];

/** An event of any known version in its current shape. `codec.ts` checks the chain at its start. */
export const upcast = lifter(upcasters) as unknown as (event: DomainEvent) => DomainEvent;
