import { expect, test } from "vitest";
import { allEvents } from "./event-catalogue.ts";
import { eventVersions } from "./event-versions.ts";

test("the versions are those of the catalogue", () => {
  expect([...eventVersions]).toEqual(allEvents.map(({ type, version }) => [type, version]));
});
