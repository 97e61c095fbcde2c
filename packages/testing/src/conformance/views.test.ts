import { inMemoryShelf, ProjectionView } from "@tongket/core/live";
import { test } from "vitest";
import { listProjection, type OpenListView } from "./list-view.ts";
import { viewConformance } from "./views.ts";

const begin = (): OpenListView => {
  const shelf = inMemoryShelf();
  return async (options) => {
    const view = new ProjectionView(listProjection(options), { shelf });
    return { view, read: async () => view.answered()?.answer };
  };
};

for (const { name, prove } of viewConformance(begin)) test(name, prove);
