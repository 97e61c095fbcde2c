import type { StructurePack } from "../structure-pack.ts";
import { word } from "../word.ts";
import { pack as structure2011 } from "./vn-party-structure-2011.ts";

const { inForceFrom: _, ...rest } = structure2011;
const { awardCategories, probationMonths: __, ...words } = structure2011.parameters;

/** The structure as before, with the categories of awards of 2025 beside the older ones. */
export const pack = {
  ...rest,
  pack: "vn-party-structure-2025",
  inForceFrom: "2025-05-26",
  parameters: {
    ...words,
    awardCategories: {
      ...awardCategories,
      value: [
        ...awardCategories.value,
        word(
          "branch-excellent",
          "tổ chức đảng hoàn thành xuất sắc trong năm",
          "excellent branches",
        ),
        word(
          "branch-excellent-5-years",
          "tổ chức đảng hoàn thành xuất sắc 5 năm liền",
          "branches excellent five years running",
        ),
        word(
          "member-excellent-5-years",
          "đảng viên hoàn thành xuất sắc 5 năm liền",
          "members excellent five years running",
        ),
      ],
    },
    probationMonths: {
      value: 12,
      source: { instrument: "Quy định 294-QĐ/TW", issuedOn: "2025-05-26" },
      verification: "primary-read",
    },
  },
} as unknown as StructurePack;
