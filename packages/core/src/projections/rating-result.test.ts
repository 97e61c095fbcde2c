import { describe, expect, test } from "vitest";
import { closingCommittee, cohortTag } from "../rating/events.ts";
import { ratingTagOf, type ToldEvent } from "./rating-record.ts";
import { cited, closedIn, resultIn } from "./rating-result.ts";

const asked = { subject: { member: "an" as never }, year: 2012 };
const rating = ratingTagOf(asked);
const cohort = { committee: "b" as never, year: 2012 };
const closing = cohortTag(cohort.committee, cohort.year);

/** Events one after the other, at the addresses `1.0`, `2.0` and so on. */
const recordOf = (...told: readonly (readonly [type: string, tag: string, data?: object])[]) =>
  told.map(
    ([type, tag, data = {}], at) =>
      ({
        ...{ type, version: 1, tags: [tag], data, effectiveOn: "2012-12-20" },
        ...{ position: at + 1, index: 0, recordedAt: "2013-01-01T00:00:00.000Z", actor: "clerk" },
      }) as unknown as ToldEvent,
  );
const level = { level: "good", pack: "guide" };
const place = { subjectKind: "member", branch: "c", baseOrganisation: "b" };
const assigned = (part: object = {}) =>
  ["RatingAssigned", rating, { ...place, ...level, by: "b", ...part }] as const;
const revised = ["RatingRevised", rating, { to: { ...level, level: "weak" }, by: "m" }] as const;
const exempted = ["RatingExempted", rating, { by: "b" }] as const;

test("an event is cited by its address, with who recorded it", () => {
  const [event] = recordOf(exempted) as [ToldEvent];
  expect(cited(event)).toEqual({
    address: "1.0",
    type: "RatingExempted",
    effectiveOn: "2012-12-20",
    recordedAt: "2013-01-01T00:00:00.000Z",
    actor: "clerk",
    data: { by: "b" },
  });
});

describe("what the year came to", () => {
  test("is open until someone rates or exempts the subject itself", () => {
    const other = ratingTagOf({ ...asked, year: 2011 });
    const proposed = ["RatingProposed", rating, level] as const;
    const ofOther = ["RatingAssigned", other, level] as const;
    expect(resultIn(recordOf(proposed, ofOther), rating)).toEqual({ is: "open" });
  });

  test("is an exemption, by whom", () => {
    expect(resultIn(recordOf(exempted), rating)).toMatchObject({
      is: "exempted",
      by: "b",
      event: { address: "1.0" },
    });
  });

  test("is a rating, with where the subject stood and its distinction", () => {
    const plain = resultIn(recordOf(assigned()), rating);
    expect(plain).toMatchObject({
      is: "rated",
      by: "b",
      assigned: { branch: "c", baseOrganisation: "b" },
      events: [{ address: "1.0", type: "RatingAssigned" }],
    });
    expect(plain.is === "rated" && plain.rated).toStrictEqual(level);
    const marked = resultIn(recordOf(assigned({ distinction: "exemplary" })), rating);
    expect(marked).toHaveProperty("rated", { ...level, distinction: "exemplary" });
  });

  test("is what the last revision made of it, with all that led to it", () => {
    const result = resultIn(recordOf(assigned(), revised), rating);
    expect(result).toMatchObject({
      is: "rated",
      rated: { level: "weak", pack: "guide" },
      by: "m",
      assigned: { branch: "c" },
      events: [{ address: "1.0" }, { address: "2.0", type: "RatingRevised" }],
    });
  });

  test("is not changed by what is recorded beside the rating", () => {
    const beside = ["CriterionRecorded", rating, { criterion: "score", value: 9 }] as const;
    const result = resultIn(recordOf(assigned(), beside), rating);
    expect(result).toStrictEqual(resultIn(recordOf(assigned()), rating));
  });

  test("is not changed by a revision of what is not rated", () => {
    expect(resultIn(recordOf(revised), rating)).toEqual({ is: "open" });
  });
});

describe("the close of a cohort", () => {
  const closed = ["RatingsClosed", closing] as const;
  const breach = ["CapBreachNoted", closing] as const;

  test("is none before it was closed, nor that of another cohort", () => {
    const other = cohortTag("m" as never, 2012);
    const record = recordOf(["RatingAssigned", closing], ["RatingsClosed", other], breach);
    expect(closedIn(record, cohort)).toBeUndefined();
  });

  test("tells the breaches noted since", () => {
    const record = recordOf(
      ["RatingAssigned", closing],
      closed,
      breach,
      ["CapBreachNoted", cohortTag("b" as never, 2011)],
      breach,
    );
    expect(closedIn(record, cohort)).toMatchObject({
      committee: "b",
      event: { address: "2.0", type: "RatingsClosed" },
      breaches: [{ address: "3.0" }, { address: "5.0" }],
    });
    expect(closedIn(recordOf(closed), cohort)).toMatchObject({ breaches: [] });
  });

  test("is by the base organisation of a member, and by who rated a branch", () => {
    const member = { subjectKind: "member", branch: "c" } as never as typeof place & object;
    const of = (subject: object, by?: string) => closingCommittee(subject as never, by as never);
    expect(of({ ...member, baseOrganisation: "b" }, "m")).toBe("b");
    expect(of(member, "m")).toBe("m");
    expect(of({ subjectKind: "cell", branch: "c", baseOrganisation: "b" }, "m")).toBe("m");
    expect(of(member)).toBeUndefined();
  });
});
