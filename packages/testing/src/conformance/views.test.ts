import { addressOf, type Projection } from "@tongket/core";
import { inMemoryShelf, ProjectionView } from "@tongket/core/live";
import { test } from "vitest";
import { type OpenListView, viewConformance } from "./views.ts";

const begin = (): OpenListView => {
  const shelf = inMemoryShelf();
  return async ({ version, fails = () => false }) => {
    const list: Projection<string[]> = {
      name: "list",
      version,
      reads: "all",
      initial: () => [],
      apply: (draft, event) => {
        draft.push(addressOf(event));
        if (fails(event)) throw new Error("no room");
      },
    };
    const view = new ProjectionView(list, { shelf });
    return { view, read: async () => view.answered()?.answer };
  };
};

for (const { name, prove } of viewConformance(begin)) test(name, prove);
