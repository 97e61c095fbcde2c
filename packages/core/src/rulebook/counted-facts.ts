import type { RatedKind } from "./rating-pack.ts";
import { word } from "./word.ts";

/**
 * The facts that core counts itself from the ledger, all of them whole numbers of the year: tests
 * of a pack may read them by these names, and no criterion may have one of them.
 */
export const countedFacts = {
  branch: [
    word("disciplines", "số vi phạm bị kỷ luật trong năm", "violations disciplined in the year"),
    word("branches-below", "số tổ chức trực thuộc", "branches below"),
    word("branches-below-rated", "số tổ chức trực thuộc được xếp loại", "branches below rated"),
    word(
      "branches-below-at-lowest",
      "số tổ chức trực thuộc ở mức thấp nhất",
      "branches below at the lowest level",
    ),
    word(
      "branches-below-disciplined",
      "số tổ chức trực thuộc bị kỷ luật",
      "branches below that were disciplined",
    ),
    word("members-rated", "số đảng viên được xếp loại", "members rated"),
    word("members-at-lowest", "số đảng viên ở mức thấp nhất", "members at the lowest level"),
    word("leaders-disciplined", "số lãnh đạo bị kỷ luật", "leaders who were disciplined"),
    word("shortcomings-open", "số hạn chế chưa khắc phục", "shortcomings not remedied"),
  ],
  member: [
    word("disciplines", "số vi phạm bị kỷ luật trong năm", "violations disciplined in the year"),
  ],
} as const satisfies { readonly [Of in RatedKind]: readonly ReturnType<typeof word>[] };

/** Whether core counts a fact of branches, or of members, by that name. */
export const isCounted = (of: RatedKind, fact: string): boolean =>
  countedFacts[of].some(({ term }) => term === fact);
