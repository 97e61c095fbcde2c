import { upcasters as own } from "../log/upcast.ts";
import { lifter, type Upcast, type Upcaster } from "../log/upcasters.ts";
import type { EventShape } from "./event-shape.ts";
import type { ToldMembers, Walker } from "./walker.ts";
import type { Wanted, WantedOf } from "./wanted.ts";

/** What is told of a type. */
export interface Plan extends ToldMembers {
  readonly type: string;
  readonly told: "whole" | "nothing" | "members";
  readonly onlyIf: Wanted["onlyIf"];
  readonly takeValues: Wanted["takeValues"];
  /** Of the events of a plan that is closed, and of no other. */
  readonly shape: EventShape | undefined;
}

interface PlansMade {
  readonly upcasters?: readonly Upcaster[];
  /** Where the shape of a type is known, its events are told by their members if they are wanted
   * whole. */
  readonly shapeOf?: (type: string) => EventShape | undefined;
}

/** What a reading wants of each type, as it tells the walker. */
export class Plans {
  readonly upcast: Upcast;
  readonly #wantedOf: WantedOf;
  readonly #upcasters: readonly Upcaster[];
  readonly #shapeOf: NonNullable<PlansMade["shapeOf"]>;
  readonly #ofType = new Map<string, Plan>();
  /** By the words that the types are. */
  #ofWord: (Plan | undefined)[] = [];

  constructor(wantedOf: WantedOf, { upcasters = own, shapeOf = () => undefined }: PlansMade = {}) {
    this.upcast = lifter(upcasters);
    this.#wantedOf = wantedOf;
    this.#upcasters = upcasters;
    this.#shapeOf = shapeOf;
  }

  /** What is told of a type, in the words of the walker. */
  of(word: number): Plan {
    return this.#ofWord[word] as Plan;
  }

  /** Has the walker forget the plans of others. */
  begin(walker: Walker): void {
    walker.forgetPlans();
    this.#ofWord = [];
  }

  /** Gives a type its plan; false where the type is no text. */
  add(walker: Walker, word: number): boolean {
    const type = walker.textOf(word);
    if (type === undefined) return false;
    const plan = this.#planOf(type);
    const isWritten = walker.plan(word, plan.told === "members" ? plan : plan.told);
    this.#ofWord[word] = isWritten ? plan : wholeOf(type);
    return true;
  }

  #planOf(type: string): Plan {
    const known = this.#ofType.get(type);
    if (known !== undefined) return known;
    const plan = this.#newPlan(type);
    this.#ofType.set(type, plan);
    return plan;
  }

  #newPlan(type: string): Plan {
    const wanted = this.#wantedOf(type);
    const whole = wholeOf(type);
    if (wanted === "nothing") return { ...whole, told: wanted };
    // What its members were called in an older version is for its upcasters to know.
    if (this.#upcasters.some((one) => one.type === type)) return whole;
    if (wanted !== "whole") {
      // With the one an event is wanted whole.
      const takeValues = wanted.onlyIf === undefined ? wanted.takeValues : undefined;
      const kind = takeValues === undefined ? "listed" : "actorless";
      return { ...whole, ...wanted, takeValues, told: "members", kind };
    }
    const shape = this.#shapeOf(type);
    if (shape === undefined) return whole;
    const members = shape.members.map(({ name }) => name);
    return { ...whole, told: "members", members, shape, kind: "closed" };
  }
}

/** An event that is parsed. */
const wholeOf = (type: string): Plan => ({
  type,
  told: "whole",
  members: [],
  wholeWith: [],
  kind: "listed",
  onlyIf: undefined,
  takeValues: undefined,
  shape: undefined,
});
