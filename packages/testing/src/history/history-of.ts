import {
  addressOf,
  type Command,
  decodeCommand,
  type Handler,
  type RecordedEvent,
} from "@tongket/core";
import { eventsOf } from "@tongket/core/log";
import { daysLater, instantOn } from "../days.ts";
import { kindOf } from "../vocabulary.ts";
import { aCandidate, opening } from "./candidates/index.ts";
import { anAddress, aStandingFact, reversalOf } from "./candidates/log.ts";
import { Choices } from "./choices.ts";
import type { Body, Candidate, Drawing } from "./drawing.ts";
import {
  type Attempt,
  commitsIn,
  eventsIn,
  type History,
  rulebookWith,
  Workbench,
} from "./history.ts";
import { type Model, modelOf } from "./model.ts";
import { factOf, statingFact, toldOtherwise } from "./stated-fact.ts";

/** The first days of histories: under the older packs, and under those of 2025. */
export const firstDays = ["2012-01-05", "2025-07-07"] as const;

/** A history as abstract choices: when it begins, what it dwells on, the numbers of each step. */
export interface Plan {
  readonly begins: (typeof firstDays)[number];
  readonly theme: number;
  readonly steps: readonly (readonly number[])[];
}

/**
 * Makes a history: each step chooses a command from what exists by then and hands it to the
 * deciders. Refused ones leave no record, so what is recorded is lawful, whatever the numbers.
 */
export const historyOf = async (plan: Plan): Promise<History> => {
  const maker = new Maker(plan, await new Workbench().opened());
  for (const step of plan.steps) await maker.take(new Choices(step));
  const commits = await commitsIn(maker.bench.store);
  const events = eventsIn(commits);
  const { store } = maker.bench;
  return { store, attempts: maker.attempts, commits, events, rulebook: rulebookWith(events) };
};

/** Days by which the clock goes on before a step. */
const pauses = [0, 0, 0, 1, 4, 15, 40, 80];

class Maker {
  readonly bench: Workbench;
  readonly attempts: Attempt[] = [];
  readonly #handler: Handler;
  readonly #theme: number;
  readonly #recorded: RecordedEvent[] = [];
  #model: Model = modelOf([]);
  #day: string;

  constructor(plan: Plan, opened: { readonly bench: Workbench; readonly handler: Handler }) {
    this.#theme = plan.theme;
    this.#day = plan.begins;
    this.bench = opened.bench;
    this.#handler = opened.handler;
  }

  async take(choose: Choices): Promise<void> {
    this.#day = daysLater(this.#day, choose.ofOr(pauses, 0));
    const now = choose.onceIn(80) ? daysLater(this.#day, -3) : this.#day;
    this.bench.now = instantOn(now, this.attempts.length);
    const meta = choose.below(24);
    if ((meta === 1 || meta === 7) && this.attempts.length > 0) return this.#again(choose);
    if ((meta === 2 || meta === 6) && this.#recorded.length > 0) return this.#correct(choose);
    const drawing = this.#drawing(choose);
    if (meta === 4 || meta === 5) return this.#state(choose, drawing.day);
    const candidate = pressing(drawing) ?? aCandidate(choose, this.#theme);
    const bodies = candidate(drawing) ?? [];
    const others = meta === 3 ? (aCandidate(choose, this.#theme)(drawing) ?? []) : [];
    await this.#try(this.#commands([...bodies, ...others], drawing.day));
  }

  #drawing(choose: Choices): Drawing {
    const day = effectiveDay(choose, this.#day);
    const fresh = (prefix: string): string => `${prefix}${this.attempts.length}`;
    return { choose, day, fresh, model: this.#model };
  }

  /** Something tried once more: the same, under a new id, today, or its id with another body. */
  async #again(choose: Choices): Promise<void> {
    const earlier = choose.of(this.attempts)?.commands ?? [];
    const renamed = earlier.map((command, index) => ({ ...command, id: this.#id(index) }));
    const id = earlier[0]?.id;
    switch (choose.below(5)) {
      case 0:
        return this.#try(earlier);
      case 1:
        return this.#try(renamed);
      case 2: {
        const other = choose.of(this.attempts)?.commands[0];
        return other === undefined || id === undefined ? undefined : this.#try([{ ...other, id }]);
      }
      default:
        return this.#try(renamed.map((one) => ({ ...one, effectiveOn: this.#day as never })));
    }
  }

  async #state(choose: Choices, day: string): Promise<void> {
    const model = this.#model;
    const fact = toldOtherwise(choose, aStandingFact(choose, model), { model, day });
    if (fact !== undefined) await this.#try([statingFact(this.#id(0), fact)]);
  }

  /** Takes something back, by itself or with what rests on it, or states it anew another way. */
  async #correct(choose: Choices): Promise<void> {
    const drawing = this.#drawing(choose);
    const target = anAddress(drawing, this.#recorded.map(addressOf));
    const reversing = this.#commands([reversalOf(target)], drawing.day);
    const freed = drawing.choose.onceIn(10) ? "9999.0" : target;
    const anew = this.#anew(target, drawing).map((command) =>
      drawing.choose.below(3) === 0 ? command : { ...command, inPlaceOf: freed },
    );
    await this.#try([...reversing, ...anew]);
    const taken = [target];
    for (let round = 0; round < 3 && choose.below(2) === 1; round += 1) {
      const more = this.#dependants().filter((address) => !taken.includes(address));
      if (more.length === 0) return;
      taken.push(...more);
      await this.#try(this.#commands(taken.map(reversalOf), drawing.day));
    }
  }

  /** What is recorded in the place of a fact: nothing, the same a day earlier, or another. */
  #anew(target: string, drawing: Drawing): readonly Command[] {
    const { choose, model, day } = drawing;
    switch (choose.below(4)) {
      case 1:
        return this.#commands(aCandidate(choose, this.#theme)(drawing) ?? [], day, 1);
      case 2:
        return this.#recordedWith(target).map((command, index) => ({
          ...command,
          id: this.#id(index + 1),
          effectiveOn: daysLater(command.effectiveOn ?? this.#day, -1) as never,
        }));
      case 3: {
        const fact = model.standing.find((event) => addressOf(event) === target);
        const other = toldOtherwise(choose, fact, { model, day });
        return other === undefined ? [] : [statingFact(this.#id(1), other)];
      }
      default:
        return [];
    }
  }

  #recordedWith(address: string): readonly Command[] {
    const position = Number(address.split(".")[0]);
    const attempt = this.attempts.find(
      ({ outcome }) =>
        outcome.outcome === "Recorded" && outcome.stored.commit.position === position,
    );
    return (attempt?.commands ?? []).filter(({ type }) => type.command !== "ReverseEvent");
  }

  /** The addresses that the last refusal named as resting on what was to be reversed. */
  #dependants(): readonly string[] {
    const outcome = this.attempts.at(-1)?.outcome;
    if (outcome?.outcome !== "Refused") return [];
    return outcome.refusals
      .filter(({ refusal }) => refusal === "HasDependants")
      .flatMap(({ facts }) => facts["events"] as readonly string[])
      .map((event) => event.slice(0, event.indexOf(" ")));
  }

  #id(index: number): string {
    return `h-${this.attempts.length}-${index}`;
  }

  #commands(bodies: readonly Body[], day: string, first = 0): readonly Command[] {
    return bodies.map(([command, data, own = day], index) => {
      const id = this.#id(first + index);
      const fact = factOf(command, data, own);
      if (fact !== undefined) return statingFact(id, fact);
      const line = { actor: "clerk", command, effectiveOn: own, data };
      const decoded = decodeCommand(line, id);
      if (decoded.decoded === "Command") return decoded.command;
      throw new Error(`${JSON.stringify(line)}: ${JSON.stringify(decoded.faults)}`);
    });
  }

  async #try(commands: readonly Command[]): Promise<void> {
    if (commands.length === 0) return;
    const outcome = await this.#handler.handleTogether(commands);
    this.attempts.push({ commands, now: this.bench.now, outcome });
    if (outcome.outcome !== "Recorded" || outcome.again) return;
    this.#recorded.push(...eventsOf(outcome.stored.commit));
    this.#model = modelOf(this.#recorded);
  }
}

/** Mostly today; else somewhat back, rarely tomorrow or before there was any rule. */
const effectiveDay = (choose: Choices, today: string): string => {
  const kind = choose.below(60);
  if (kind === 1) return daysLater(today, 1);
  if (kind === 2) return "1989-06-01";
  if (kind < 45) return today;
  return daysLater(today, kind < 55 ? -choose.below(40) : -choose.below(500));
};

/** While there is hardly anything, most steps make the first branches and members. */
const pressing = ({ choose, model }: Drawing): Candidate | undefined => {
  const [begin, carryIn] = opening;
  const living = [...model.branches.values()].filter(({ alive }) => alive).length;
  if (living < 4) return choose.onceIn(5) ? undefined : begin;
  const homes = [...model.branches.values()].filter(
    ({ alive, kind }) => alive && kindOf(kind)?.holdsMembers === true,
  );
  if (homes.length === 0) return choose.onceIn(3) ? undefined : begin;
  if (model.people.size < 3) return choose.onceIn(3) ? undefined : carryIn;
  return undefined;
};
