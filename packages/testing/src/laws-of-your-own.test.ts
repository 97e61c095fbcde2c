// #region own-projection
import type { Projection, RecordedEvent } from "@tongket/core";
import { historyOf, lawfulHistory, ministry, replayEqualsReduce } from "@tongket/testing";
import * as fc from "fast-check";
import { expect, test } from "vitest";

const admissions: Projection<Map<string, number>> = {
  name: "admissions-by-branch",
  version: 1,
  reads: ["MemberAdmitted"],
  initial: () => new Map(),
  apply: (draft, event: RecordedEvent) => {
    const { branch } = event.data as { readonly branch: string };
    draft.set(branch, (draft.get(branch) ?? 0) + 1);
  },
};

test("my projection obeys the law of projections on any lawful history", () =>
  fc.assert(
    fc.asyncProperty(lawfulHistory(), async (plan) => {
      const { events } = await historyOf(plan);
      replayEqualsReduce(admissions, events);
    }),
  ));

test("a made-up committee, as long and as large as need be", () => {
  const lines = ministry({ seed: 1, branches: 40, members: 600, years: 2 });
  expect(lines.next().value).toMatchObject({ command: "CarryInBranch", data: { branch: "b0" } });
});
// #endregion own-projection
