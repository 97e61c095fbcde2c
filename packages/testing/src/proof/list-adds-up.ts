import type { RecordedEvent } from "@tongket/core";
import type { ExplainedEvent, Explanation } from "@tongket/core/projections";
import { demandEqual } from "../laws/law-broken.ts";
import { plainTree } from "../laws/plain-tree.ts";
import { kindOf } from "../vocabulary.ts";

/** A subject on a list of cells or officers, with all that puts it there. */
export interface Placed {
  readonly subject: string;
  readonly at: string;
  readonly kind: string;
  /** The branches from the cell up to that of the figure. */
  readonly way: readonly string[];
}

/** A list of cells, or of their officers, is what its standing facts alone make. */
export const listAddsUp = (explanation: Explanation): void => {
  const numerator = explanation.parts.find(({ marks }) => marks !== undefined);
  const denominator = explanation.parts.find(({ part }) => part === "denominator");
  if (numerator === undefined || denominator === undefined) return;
  const asked = { ...explanation.figure, officers: isOfOfficers(explanation) };
  const placed = placedBy(denominator.events, asked);
  demandEqual("the facts make the list", {
    found: sorted(denominator.subjects),
    expected: sorted(placed),
    where: explanation.figure,
  });
};

/** Officers are marked wherever they were trained; a cell by the committee above it only. */
export const isOfOfficers = ({ parts }: Explanation): boolean =>
  parts.some(({ marks }) => marks?.measures.some((measure) => measure.startsWith("trained ")));

const sorted = (list: readonly { readonly subject: string; readonly at: string }[]): string[] =>
  list.map(({ subject, at }) => `${subject} ${at}`).sort();

/** The cells, or their officers, that facts put under a branch, by plain loops over the facts. */
export const placedBy = (
  facts: readonly ExplainedEvent[],
  asked: { readonly branch: string; readonly officers: boolean },
): readonly Placed[] => {
  const inOrder = facts.toSorted((a, b) =>
    a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : order(a, b),
  );
  const tree = plainTree(inOrder as unknown as readonly RecordedEvent[], "9999-12-31");
  const wayFrom = (cell: string): readonly string[] | undefined => {
    const way: string[] = [];
    for (let at: string | undefined = cell; at !== undefined && !way.includes(at); ) {
      way.push(at);
      if (at === asked.branch) return tree.has(at) ? way : undefined;
      at = tree.get(at)?.parent;
    }
    return undefined;
  };
  const cells = [...tree].flatMap(([cell, { kind, alive }]) => {
    const way = wayFrom(cell);
    return alive && kindOf(kind)?.cell === true && way !== undefined ? [{ cell, kind, way }] : [];
  });
  if (!asked.officers) {
    return cells
      .filter(({ way }) => way.length > 1)
      .map(({ cell, kind, way }) => ({ subject: cell, at: way[1] ?? "", kind, way }));
  }
  return cells.flatMap(({ cell, kind, way }) =>
    [...secretariesOf(inOrder, cell)].map((person) => ({ subject: person, at: cell, kind, way })),
  );
};

const order = (a: ExplainedEvent, b: ExplainedEvent): number => {
  const [[position = 0, index = 0], [otherPosition = 0, otherIndex = 0]] = [a, b].map(
    ({ address }) => address.split(".").map(Number),
  ) as [number[], number[]];
  return position - otherPosition || index - otherIndex;
};

const secretariesOf = (facts: readonly ExplainedEvent[], cell: string): ReadonlySet<string> => {
  const sitting = new Set<string>();
  for (const { type, data } of facts) {
    const {
      person,
      office,
      in: seat,
    } = data as {
      readonly person: string;
      readonly office: string;
      readonly in?: { readonly branch?: string; readonly body?: string };
    };
    if (seat?.branch !== cell || seat.body !== undefined || office !== "secretary") continue;
    if (type === "OfficerReleased") sitting.delete(person);
    else sitting.add(person);
  }
  return sitting;
};
