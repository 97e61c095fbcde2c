import { proveRatingPack } from "@tongket/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Followed, followReadme } from "./follow-readme.ts";
import { fileOf, type OwnExample } from "./own-packs.ts";

/** Tests an example with rules of its own: its pack, what its README says, and its figures. */
export const testOwnExample = (
  example: OwnExample,
  figures: (followed: () => Followed) => void,
): void => {
  test("its rating pack obeys the laws of ratings", () =>
    proveRatingPack(JSON.parse(fileOf(example, "packs/rating.json"))));

  describe.each(["vi", "en"] as const)("made as the README says, in %s,", (lang) => {
    let followed: Followed;
    beforeAll(() => {
      followed = followReadme(example, lang);
    });
    afterAll(() => followed.clear());

    test("every call goes well but the recording, which tells what it refused or warned of", () => {
      const failed = followed.calls.filter(({ status }) => status !== 0);
      expect(failed).toMatchObject([{ line: expect.stringMatching(/^record /), status: 1 }]);
      expect(failed[0]?.stderr).toBe(fileOf(example, `refused.${lang}.txt`));
    });

    test.each(["report", "scoreboard"])("the %s is what its file says", (name) => {
      expect(followed.made(`anew.${name}.md`)).toBe(fileOf(example, `${name}.${lang}.md`));
    });

    figures(() => followed);
  });
};
