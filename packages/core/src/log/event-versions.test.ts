import { expect, test } from "vitest";
import { allEvents } from "./event-catalogue.ts";
import { eventVersions } from "./event-versions.ts";

test("the versions are those of the catalogue", () => {
  const catalogued = allEvents.map(({ type, version }) => [type, version] as const);
  expect(eventVersions).toEqual(new Map(catalogued));
});
