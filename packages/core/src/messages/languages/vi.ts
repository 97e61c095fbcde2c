import { expectationsVi } from "../expectations.vi.ts";
import { factsVi } from "../facts.vi.ts";
import { inputFaultsVi } from "../input-faults.vi.ts";
import type { Language } from "../language.ts";
import { ledgerFaultsVi } from "../ledger-faults.vi.ts";
import { packFaultsVi } from "../pack-faults.vi.ts";
import { packWordsVi } from "../pack-words.vi.ts";
import { pageVi } from "../page.vi.ts";
import { refusalsVi } from "../refusals.vi.ts";
import { reportVi } from "../report.vi.ts";
import { vocabularyVi } from "../vocabulary.vi.ts";
import { wordsVi } from "../words.vi.ts";

/** Vietnamese: `23/1/2013`, `97,4%`, `1.250`. */
export const vi: Language = {
  locale: "vi-VN",
  writing: {
    thousands: ".",
    decimal: ",",
    percent: (number) => `${number}%`,
    date: ({ day, month, year }) => `${day}/${month}/${year}`,
    month: (month) => `tháng ${month}`,
    yes: "có",
    no: "không",
    nothing: "không có gì",
    list: {
      joined: (items) => `${items.slice(0, -1).join(", ")} và ${items.at(-1)}`,
      none: "không có",
      more: (items) => `${items} mục khác`,
    },
    form: () => 0,
  },
  page: pageVi,
  report: reportVi,
  letterhead: {
    kinds: {
      "annual-review": "Báo cáo",
      scoreboard: "Kết quả chỉ tiêu",
      resolution: "Nghị quyết",
      programme: "Chương trình",
      "award-decision": "Quyết định",
      "stock-and-flow": "Biến động",
    },
    number: "Số: {number}",
    placeAndDate: "{place}, ngày {day} tháng {month} năm {year}",
    onBehalf: "Thay mặt {body}",
    recipientsLabel: "Gửi:",
  },
  facts: factsVi,
  refusals: refusalsVi,
  ledgerFaults: ledgerFaultsVi,
  inputFaults: inputFaultsVi,
  packFaults: packFaultsVi,
  packWords: packWordsVi,
  words: wordsVi,
  vocabulary: vocabularyVi,
  expectations: expectationsVi,
  expectationForms: {
    between: (low, high) => `một số từ ${low} đến ${high}`,
    lengthMax: (most) => `một danh sách có nhiều nhất ${most} mục`,
    lengthMin: (least) => `một danh sách có ít nhất ${least} mục`,
    anyKindOf: (kinds) => kinds.join(", hoặc "),
    objectLike: (forms) => `một đối tượng thuộc dạng ${forms}`,
    objectOf: (fields) => `một đối tượng ${fields}`,
    oneShapeOf: (shapes) => `một trong các dạng: ${shapes.join(", ")}`,
    version: (version, type) => `phiên bản ${version} của ${type} hoặc cũ hơn`,
    pattern: (regExp) => `một văn bản theo mẫu ${regExp}`,
    wordOf: (words) => `một trong các từ ${words.join(", ")}`,
    toDo: "Viết một giá trị như vậy.",
  },
};
