import type { Lang } from "./lang.ts";

/** Words of the code itself that a message shows; the words of rule packs bring their labels. */
const words = {
  probationary: ["dự bị", "probationary"],
  official: ["chính thức", "official"],
  branchKinds: ["loại tổ chức", "kinds of branch"],
  bodyKinds: ["loại cơ quan", "kinds of body"],
  offices: ["chức vụ", "offices"],
  courses: ["lớp bồi dưỡng", "courses"],
  audiences: ["đối tượng học tập", "audiences"],
  meetingKinds: ["loại cuộc họp", "kinds of meeting"],
  inspectionModes: ["hình thức kiểm tra", "modes of inspection"],
  leavingReasons: ["lý do ra khỏi tổ chức", "reasons for leaving"],
  branchDisciplineForms: ["hình thức kỷ luật tổ chức", "forms of discipline of branches"],
  memberDisciplineForms: ["hình thức kỷ luật thành viên", "forms of discipline of members"],
  awardForms: ["hình thức khen thưởng", "forms of award"],
  awardCategories: ["loại khen thưởng", "categories of award"],
  branchLevels: ["mức xếp loại tổ chức", "levels of branches"],
  memberLevels: ["mức xếp loại thành viên", "levels of members"],
  "a directory": ["một thư mục", "a directory"],
  "no regular file": ["một tệp đặc biệt", "a special file"],
  "an empty file": ["một tệp trống", "an empty file"],
  "a byte order mark": ["dấu thứ tự byte (BOM)", "a byte order mark"],
  "no header of a ledger": ["một tệp không có phần đầu của sổ", "a file without the header of one"],
  "a damaged header": ["phần đầu bị hỏng", "a damaged header"],
  "another record": ["một dòng khác", "another record"],
  "the end of the file": ["chỗ hết tệp", "the end of the file"],
  memberGoodLevel: ["mức tốt của thành viên", "level of members that counts as good"],
  "primary-read": ["đã đọc bản gốc", "the text itself was read"],
  secondary: ["theo nguồn dẫn lại", "from a secondary source"],
  "third-party": ["theo bên thứ ba", "from a third party"],
  derived: ["suy từ số liệu đã công bố", "derived from published figures"],
  unverified: ["chưa kiểm chứng", "not verified"],
  "policy-choice": ["lựa chọn khi cấu hình", "a choice of policy"],
  branchDistinctions: ["danh hiệu trong mức xếp loại", "distinctions of branches"],
} as const;

type Vocabulary = { readonly [word: string]: string };

const column = (index: 0 | 1): Vocabulary =>
  Object.assign(
    Object.create(null),
    Object.fromEntries(Object.entries(words).map(([word, labels]) => [word, labels[index]])),
  );

export const vocabulary: { readonly [L in Lang]: Vocabulary } = { vi: column(0), en: column(1) };
