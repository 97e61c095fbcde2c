import * as Schema from "effect/Schema";
import { commandType, type Given, states } from "../kernel/command.ts";
import { type DomainEvent, type EventType, newEvent } from "../kernel/event.ts";
import { Id, type Tag, tag } from "../kernel/ids.ts";
import type { Law } from "../kernel/law.ts";
import { accepted, refused, refusing } from "../kernel/refusal.ts";
import { Text } from "../kernel/text.ts";
import type { RuleContext } from "../rulebook/rulebook.ts";
import { EvidenceDeclared, Goal, TargetDropped, TargetRevised, TargetSet } from "./events.ts";
import { objectionsToTarget, type TargetRefusal } from "./rules.ts";
import { evolveTarget, initialTarget, type TargetState } from "./state.ts";

const refuse = refusing<TargetRefusal>();

export const targetLaw: Law<TargetState, never, RuleContext> = {
  on: "target",
  initial: initialTarget,
  evolve: evolveTarget,
  objections: objectionsToTarget,
};

const targetTag = (target: Id): Tag => tag("target", target);

/** A command about a standing target: committee, year and current goal are filled in. */
const aboutTarget = <
  const Name extends string,
  const F extends Schema.Struct.Fields,
  Type extends string,
  Data extends { readonly target: Id },
>(
  command: Name,
  event: EventType<Type, Data>,
  fields: F,
  complete: (data: Schema.Struct<F>["Type"], current: { readonly goal: Goal }) => object,
) =>
  commandType<Name, F & { target: typeof Id }, RuleContext>(command, {
    fields: { ...fields, target: Id },
    reads: (data) => [targetTag((data as unknown as { target: Id }).target)],
    decide: (data, { effectiveOn, stateOn }: Given<RuleContext>) => {
      const { target } = data as unknown as { target: Id };
      const { now } = stateOn(targetLaw, targetTag(target));
      if (now.life !== "standing") {
        const name = now.life === "unknown" ? "TargetUnknown" : "TargetDropped";
        return refused(refuse(name, { target }));
      }
      const { committee, year, goal } = now;
      const own = complete(data as unknown as Schema.Struct<F>["Type"], { goal });
      const whole = { target, committee, year, ...own } as unknown as Data;
      return accepted(newEvent(event, whole, effectiveOn) as DomainEvent);
    },
  });

export const targetCommands = [
  states("SetTarget", TargetSet),
  aboutTarget(
    "ReviseTarget",
    TargetRevised,
    { goal: Goal, reason: Text },
    ({ goal: to, reason }, { goal: from }) => ({ from, to, reason }),
  ),
  aboutTarget("DropTarget", TargetDropped, { reason: Text }, ({ reason }) => ({ reason })),
  aboutTarget(
    "DeclareEvidence",
    EvidenceDeclared,
    { reached: Schema.Boolean, text: Text },
    ({ reached, text }) => ({ reached, text }),
  ),
] as const;
