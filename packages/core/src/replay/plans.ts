import { upcasters as own } from "../log/upcast.ts";
import type { Upcaster } from "../log/upcasters.ts";
import type { ToldMembers, Walker } from "./walker.ts";
import type { Wanted, WantedOf } from "./wanted.ts";

/** What is wanted of a type. */
export interface Plan extends ToldMembers {
  readonly type: string;
  readonly wants: "whole" | "nothing" | "members";
  readonly onlyIf: Wanted["onlyIf"];
}

/** What a reading wants of each type, as it tells the walker. */
export class Plans {
  readonly #wantedOf: WantedOf;
  readonly #upcasters: readonly Upcaster[];
  readonly #ofType = new Map<string, Plan>();
  /** By the words that the types are. */
  #ofWord: (Plan | undefined)[] = [];

  constructor(wantedOf: WantedOf, upcasters: readonly Upcaster[] = own) {
    this.#wantedOf = wantedOf;
    this.#upcasters = upcasters;
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
    const isTold = walker.plan(word, plan.wants === "members" ? plan : plan.wants);
    this.#ofWord[word] = isTold ? plan : { ...plan, wants: "whole" };
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
    const simple = { type, members: [], wholeWith: [], isEntire: false, onlyIf: undefined };
    if (typeof wanted === "string") return { ...simple, wants: wanted };
    // What its members were called in an older version is for its upcasters to know.
    if (this.#upcasters.some((one) => one.type === type)) return { ...simple, wants: "whole" };
    return { ...simple, ...wanted, wants: "members" };
  }
}
