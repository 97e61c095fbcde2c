import type { StructurePack } from "../structure-pack.ts";
import { word } from "../word.ts";

const source = { instrument: "Điều lệ Đảng Cộng sản Việt Nam", issuedOn: "2011-01-19" } as const;
const charter = { source, verification: "unverified" } as const;
const ours = {
  source: { instrument: "tongket: từ vựng của dự án" },
  verification: "policy-choice",
} as const;

const kind = (
  names: ReturnType<typeof word>,
  under: readonly string[],
  is: { root?: true; base?: true; cell?: true },
) => ({
  ...names,
  under,
  root: is.root ?? false,
  base: is.base ?? false,
  cell: is.cell ?? false,
  holdsMembers: is.cell ?? false,
});

/** Structure and vocabulary of a party committee; the words are the project's glossary. */
const data = {
  pack: "vn-party-structure-2011",
  regime: "vn-party",
  matter: "structure",
  title: "Tổ chức đảng: cấp, cơ quan, chức vụ và từ vựng",
  inForceFrom: "1990-01-01",
  parameters: {
    branchKinds: {
      ...charter,
      value: [
        kind(word("upper-committee", "đảng bộ cấp trên", "upper committee"), ["upper-committee"], {
          root: true,
        }),
        kind(word("base-committee", "đảng bộ cơ sở", "base committee"), ["upper-committee"], {
          root: true,
          base: true,
        }),
        kind(
          word("section-committee", "đảng bộ bộ phận", "section committee"),
          ["base-committee"],
          {},
        ),
        kind(word("base-cell", "chi bộ cơ sở", "base cell"), ["upper-committee"], {
          root: true,
          base: true,
          cell: true,
        }),
        kind(
          word("cell", "chi bộ trực thuộc", "cell"),
          ["upper-committee", "base-committee", "section-committee"],
          { cell: true },
        ),
      ],
    },
    bodyKinds: {
      ...ours,
      value: [
        word("executive-committee", "ban chấp hành", "executive committee"),
        word("standing-committee", "ban thường vụ", "standing committee"),
        word("inspection-commission", "ủy ban kiểm tra", "inspection commission"),
        word("staff-section", "ban tham mưu", "staff section"),
        word("mass-organisation", "tổ chức quần chúng", "mass organisation"),
      ],
    },
    offices: {
      ...ours,
      value: [
        { ...word("secretary", "bí thư", "secretary"), singleHolder: true, leadsCells: true },
        { ...word("deputy-secretary", "phó bí thư", "deputy secretary"), singleHolder: false },
        {
          ...word("standing-member", "ủy viên ban thường vụ", "member of the standing committee"),
          singleHolder: false,
        },
        { ...word("committee-member", "cấp ủy viên", "committee member"), singleHolder: false },
        { ...word("head", "trưởng ban", "head"), singleHolder: true },
        { ...word("deputy-head", "phó trưởng ban", "deputy head"), singleHolder: false },
        { ...word("member", "ủy viên", "member"), singleHolder: false },
      ],
    },
    courses: {
      ...ours,
      value: [
        word("awareness", "bồi dưỡng nhận thức về Đảng", "awareness course"),
        word("committee-work", "bồi dưỡng nghiệp vụ công tác đảng", "course in committee work"),
      ],
    },
    audiences: {
      ...ours,
      value: [
        word("cadre", "cán bộ", "cadres"),
        word("member", "đảng viên", "members"),
        word("mass", "quần chúng", "the masses"),
      ],
    },
    meetingKinds: {
      ...ours,
      value: [
        word("regular", "sinh hoạt thường kỳ", "regular meeting"),
        word("thematic", "sinh hoạt chuyên đề", "thematic meeting"),
        word("review-conference", "hội nghị tổng kết", "review conference"),
        word("seminar", "gặp mặt, tọa đàm", "seminar"),
      ],
    },
    inspectionModes: {
      ...ours,
      value: [
        word("regular", "thường xuyên", "regular"),
        word("thematic", "chuyên đề", "thematic"),
        word("on-signs", "khi có dấu hiệu vi phạm", "on signs of a violation"),
      ],
    },
    leavingReasons: {
      ...ours,
      value: [
        word("expelled", "khai trừ", "expelled"),
        word("removed", "đưa ra khỏi Đảng", "removed"),
        word("resigned", "xin ra khỏi Đảng", "resigned"),
        word("died", "từ trần", "died"),
      ],
    },
    branchDisciplineForms: {
      ...charter,
      value: [
        word("reprimand", "khiển trách", "reprimand"),
        word("warning", "cảnh cáo", "warning"),
      ],
    },
    memberDisciplineForms: {
      ...charter,
      value: [
        { ...word("reprimand", "khiển trách", "reprimand"), against: ["probationary", "official"] },
        { ...word("warning", "cảnh cáo", "warning"), against: ["probationary", "official"] },
        {
          ...word("removal-from-office", "cách chức", "removal from office"),
          against: ["official"],
        },
      ],
    },
    awardForms: { ...ours, value: [word("certificate", "giấy khen", "certificate of merit")] },
    awardCategories: {
      ...ours,
      value: [
        word(
          "base-exemplary-3-years",
          "tổ chức cơ sở đảng “Trong sạch vững mạnh” tiêu biểu 3 năm liền",
          "base organisations exemplary three years running",
        ),
        word(
          "base-exemplary",
          "đảng bộ, chi bộ cơ sở “Trong sạch vững mạnh” tiêu biểu",
          "exemplary base organisations",
        ),
        word(
          "direct-cell-exemplary",
          "chi bộ trực thuộc đảng bộ “Trong sạch vững mạnh” tiêu biểu",
          "exemplary cells directly below the committee",
        ),
        word(
          "base-cell-exemplary",
          "chi bộ trực thuộc các đảng bộ cơ sở “Trong sạch vững mạnh” tiêu biểu",
          "exemplary cells below base committees",
        ),
        word(
          "member-excellent",
          "đảng viên đủ tư cách hoàn thành xuất sắc nhiệm vụ",
          "members excellent in their duties",
        ),
      ],
    },
    probationMonths: {
      value: 12,
      source: { ...source, locator: "Điều 5" },
      verification: "unverified",
    },
    commonWords: {
      ...ours,
      value: [
        word("members", "đảng viên", "members"),
        word("membership", "đảng số", "members"),
        word("official", "chính thức", "official"),
        word("probationary", "dự bị", "probationary"),
        word("admitted", "kết nạp", "admitted"),
        word("transfer", "chuyển sinh hoạt", "in transit"),
        word("committee", "cấp ủy", "committee"),
        word("committees", "cấp ủy", "committees"),
        word("associations", "đoàn thể", "mass organisations"),
        word("bases", "tổ chức cơ sở", "base organisations"),
        word("cells", "chi bộ", "cells"),
        word("leader", "bí thư", "secretary"),
        word("leaders", "bí thư", "secretaries"),
      ],
    },
  },
} as const satisfies typeof StructurePack.Encoded;

export const pack = data as unknown as StructurePack;
