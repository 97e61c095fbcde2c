import { type Commit, commandIdsOf } from "./commit.ts";
import { type Query, type QueryItem, typesOf } from "./condition.ts";

/** Where the commits of a ledger stand, by command id, tag and type: for stores that hold it. */
export class PositionIndex {
  /** The position of the last commit taken in. */
  last = 0;
  readonly #byCommand = new Map<string, number>();
  readonly #byTag = new Map<string, number[]>();
  readonly #byType = new Map<string, number[]>();

  /** Takes in the commit that follows the last one. */
  add(commit: Commit): void {
    this.last = commit.position;
    for (const id of commandIdsOf(commit)) this.#byCommand.set(id, commit.position);
    for (const event of commit.events) {
      for (const tag of event.tags) post(this.#byTag, tag, commit.position);
      for (const type of typesOf(event)) post(this.#byType, type, commit.position);
    }
  }

  positionOf(commandId: string): number | undefined {
    return this.#byCommand.get(commandId);
  }

  /**
   * In order, the positions behind `after` of all commits that may match, and of some others: a
   * list that does not grow with the index.
   */
  candidates(query: Query, after: number): readonly number[] {
    const lists = query === "all" ? [undefined] : query.items.map((item) => this.#listOf(item));
    if (lists.includes(undefined)) return this.#everyBehind(after);
    const found = (lists as (readonly number[])[]).map((list) => behind(list, after));
    const [first = [], ...others] = found;
    return others.length === 0 ? first : inOrder(found);
  }

  /** A list of positions that holds all the item can match; undefined: any position may. */
  #listOf({ tags, types }: QueryItem): readonly number[] | undefined {
    const byTag = tags.map((tag) => this.#byTag.get(tag) ?? []);
    if (byTag.length > 0) return byTag.reduce((a, b) => (b.length < a.length ? b : a));
    if (types.length === 0) return undefined;
    const byType = types.map((type) => this.#byType.get(type) ?? []);
    return byType.length === 1 ? byType[0] : inOrder(byType);
  }

  #everyBehind(after: number): readonly number[] {
    const first = Math.max(0, after) + 1;
    return Array.from({ length: Math.max(0, this.last - first + 1) }, (_, index) => first + index);
  }
}

const post = (lists: Map<string, number[]>, key: string, position: number): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [position]);
  else if (list.at(-1) !== position) list.push(position);
};

const behind = (list: readonly number[], after: number): readonly number[] => {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as number) > after) high = middle;
    else low = middle + 1;
  }
  return list.slice(low);
};

const inOrder = (lists: readonly (readonly number[])[]): readonly number[] =>
  [...new Set(lists.flat())].sort((a, b) => a - b);
