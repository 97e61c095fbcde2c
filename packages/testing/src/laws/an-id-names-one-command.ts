import { type Command, type Handler, openLedger } from "@tongket/core";
import { type History, toldCommands } from "../history/history.ts";
import { demandEqual } from "./law-broken.ts";

/**
 * The id of a recorded command, sent again with another body, day or actor, is refused with
 * `CommandIdReused`, whichever handler meets it, and nothing is written.
 */
export const anIdNamesOneCommand = async (
  { store, attempts }: Pick<History, "store" | "attempts">,
  open: () => Promise<Handler> = () =>
    openLedger(store, { now: () => "2999-12-31T00:00:00.000Z" as never }),
): Promise<void> => {
  const handler = await open();
  const before = await store.head();
  for (const { commands, outcome } of attempts) {
    if (outcome.outcome !== "Recorded" || outcome.again) continue;
    for (const other of othersThan(commands)) {
      const { position } = outcome.stored.commit;
      const facts = { id: other[0]?.id, position };
      const refusal = { refusal: "CommandIdReused", facts };
      demandEqual("the id of a recorded command names no other", {
        found: await handler.handleTogether(other),
        expected: {
          outcome: "Refused",
          refusals: [other.length > 1 ? { ...refusal, command: 0 } : refusal],
        },
        where: toldCommands(other),
      });
    }
  }
  demandEqual("a refusal writes nothing", { found: await store.head(), expected: before });
};

/** The same commands with one thing changed, and each that was recorded with others by itself. */
const othersThan = (commands: readonly Command[]): readonly (readonly Command[])[] => {
  const [first, ...rest] = commands;
  if (first === undefined) return [];
  return [
    commands.map((one) => ({ ...one, actor: `${one.actor}-2` })),
    [{ ...first, effectiveOn: "1990-12-31" as never }, ...rest],
    [{ ...first, data: { ...(first.data as object), note: "more" } }, ...rest],
    [first, ...rest, { ...first, data: {} }],
    ...rest.map((one) => [one]),
  ];
};
