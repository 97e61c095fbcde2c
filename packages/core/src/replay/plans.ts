import type { MemberShape } from "../kernel/guard.ts";
import { upcasters as own } from "../log/upcast.ts";
import { lifter, type Upcast, type Upcaster } from "../log/upcasters.ts";
import { HeldWords } from "./held-words.ts";
import type { ToldMembers, Walker } from "./walker.ts";
import type { Wanted, WantedOf } from "./wanted.ts";

/** What is told of a type. */
export interface Plan extends ToldMembers {
  readonly type: string;
  readonly told: "whole" | "nothing" | "members";
  readonly onlyIf: Wanted["onlyIf"];
  readonly takeValues: Wanted["takeValues"];
  /** Of a closed plan, the shapes of its members. */
  readonly shapes: readonly HeldMember[];
}

/** A member that the data of a type may have. */
export interface HeldMember extends MemberShape {
  /** Of its guard. */
  readonly words: HeldWords;
}

interface PlansMade {
  readonly upcasters?: readonly Upcaster[];
  /** The members that the data of a type may have, in canonical order: where these are known they
   * are told of an event that is wanted whole. */
  readonly membersOf?: (type: string) => readonly MemberShape[] | undefined;
}

/** What a reading wants of each type, as it tells the walker. */
export class Plans {
  readonly upcast: Upcast;
  readonly #wantedOf: WantedOf;
  readonly #upcasters: readonly Upcaster[];
  readonly #membersOf: NonNullable<PlansMade["membersOf"]>;
  readonly #ofType = new Map<string, Plan>();
  /** By the words that the types are. */
  #ofWord: (Plan | undefined)[] = [];

  constructor(
    wantedOf: WantedOf,
    { upcasters = own, membersOf = () => undefined }: PlansMade = {},
  ) {
    this.upcast = lifter(upcasters);
    this.#wantedOf = wantedOf;
    this.#upcasters = upcasters;
    this.#membersOf = membersOf;
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
    const known = this.#membersOf(type);
    if (known === undefined) return whole;
    const members = known.map(({ name }) => name);
    const shapes = known.map((one) => ({ ...one, words: new HeldWords(one.guard) }));
    return { ...whole, told: "members", members, shapes, kind: "closed" };
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
  shapes: [],
});
