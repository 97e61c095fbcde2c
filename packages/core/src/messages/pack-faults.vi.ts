import type { PackRule } from "../rulebook/pack-fault.ts";
import { joined, type Message } from "./message.ts";

/** What can be wrong with a rule pack, in Vietnamese. */
export const packFaultsVi = {
  // Its shape
  NotAPack: {
    says: "Gói quy định là một đối tượng JSON; nhận được {found:found}.",
    remedy: "Viết một đối tượng có pack, regime, matter, title, inForceFrom và parameters.",
  },
  MatterUnknown: {
    says: "Không có lĩnh vực {found:found}; gói quy định thuộc một trong {matters}.",
    remedy: "Viết một trong các từ đó vào `matter`.",
  },
  MemberMissing: {
    says: "Thiếu thành phần này; không nhận được gì.",
    remedy: "Thêm thành phần đó.",
  },
  MemberUnknown: {
    says: "Ở đây không có thành phần như vậy; nhận được {found:found}.",
    remedy: "Bỏ nó đi, hoặc kiểm tra lại cách viết tên.",
  },
  IllTyped: {
    says: "Phải là {expected:whole}; nhận được {found:found}.",
    remedy: "{toDo:whole}",
  },
  SourceMissing: {
    says: "Điều này không nêu nguồn; nhận được {found:found}.",
    remedy: "Nêu văn bản trong `source.instrument`, thêm ngày và chỗ trong văn bản nếu biết.",
  },
  VerificationMissing: {
    says: "Điều này không cho biết đã được kiểm chứng đến đâu.",
    remedy: joined(
      "Viết vào `verification` một trong primary-read, secondary, third-party, derived, ",
      "unverified và policy-choice, không cao hơn mức đã làm.",
    ),
  },
  BaseUnknown: {
    says: "{found:found} không phải là cơ số để tính một mức trần.",
    remedy: "Viết một trong rated, good-only, good-or-better và top-level.",
  },
  ShareOfNothing: {
    says: "Không thể lấy tỷ lệ trên 0; nhận được {found:found}.",
    remedy: "Viết vào `den` số phần của tổng thể, ví dụ 100.",
  },
  TestUnreadable: {
    says: "Đây không phải là một phép thử sự việc; nhận được {found:found}.",
    remedy: joined(
      "Viết theo một trong các dạng: fact và is; fact, op và value; part, whole, op và share; ",
      "all; any; not.",
    ),
  },
  // What it says of itself
  DatesInverted: {
    says: "Ngày cuối {found:date} đứng trước ngày đầu {inForceFrom:date}.",
    remedy: "Kiểm tra lại hai ngày.",
  },
  VocabularyEmpty: {
    says: "Danh mục từ này không có từ nào.",
    remedy: "Nêu ít nhất một từ kèm nhãn.",
  },
  TermRepeated: {
    says: "Từ “{found}” đã có ở đây.",
    remedy: "Giữ một trong hai, hoặc đặt tên khác cho từ kia.",
  },
  TermReserved: {
    says: "Từ “{found}” dành riêng cho chính các thành viên, không đặt cho loại hay mức nào.",
    remedy: "Chọn một từ khác.",
  },
  KindUnknown: {
    says: "Không có loại tổ chức “{found}” trong số {known}.",
    remedy: "Dùng một trong các loại đó, hoặc thêm loại này vào gói về hệ thống tổ chức.",
  },
  NoKindAtTop: {
    says: "Không loại tổ chức nào được đứng đầu, nên không thể có tổ chức đầu tiên.",
    remedy: "Ghi `root: true` cho ít nhất một loại.",
  },
  ShareOverWhole: {
    says: "Tỷ lệ {found} lớn hơn tổng thể.",
    remedy: "Viết tỷ lệ nhiều nhất 100%, ví dụ 20/100.",
  },
  LevelUnknown: {
    says: "Không có mức “{found}” trong số {known}.",
    remedy: "Dùng một trong các mức đó, hoặc thêm mức này vào danh mục.",
  },
  DistinctionUnknown: {
    says: "Không có danh hiệu “{found}” trong số {known}.",
    remedy: "Dùng danh hiệu của tổ chức mà gói có; đảng viên không có danh hiệu.",
  },
  GoodLevelMissing: {
    says: "Cơ số {found} tính từ mức được coi là tốt, mà chưa đánh dấu mức nào.",
    remedy: "Nêu mức đó của tổ chức trong `branchGoodLevel`, hoặc lấy cơ số khác.",
  },
  FactUnknown: {
    says: "Sự việc “{found}” không phải là tiêu chí của gói, cũng không được đếm.",
    remedy: "Khai trong các tiêu chí của cùng đối tượng, hoặc kiểm tra lại cách viết.",
  },
  FactIsCounted: {
    says: "Sự việc “{found}” được đếm từ sổ, không ai ghi nó.",
    remedy: "Bỏ tiêu chí này: phép thử đọc được sự việc đó mà không cần khai.",
  },
  FactNotYesNo: {
    says: "Sự việc “{found}” thuộc kiểu {type}, không phải là có hay không.",
    remedy: "So sánh bằng `op` và `value`, hoặc khai tiêu chí theo kiểu yes-no.",
  },
  FactNotNumber: {
    says: "Sự việc “{found}” thuộc kiểu {type}, không so sánh với số được.",
    remedy: "Hỏi bằng `is`, hoặc khai tiêu chí theo kiểu count hay points.",
  },
  ScoreBandEmpty: {
    says: "Không còn giá trị nào của “{criterion}” cho mức “{level}”.",
    remedy: "Kiểm tra các cận và cận nào thuộc khung điểm.",
  },
  ScoreBandsOverlap: {
    says: "Có giá trị của “{criterion}” thuộc cả khung của “{other}” lẫn “{level}”.",
    remedy: "Để khung thấp kết thúc nơi khung cao bắt đầu, và chỉ một khung giữ cận đó.",
  },
  ScoreBandsGap: {
    says: "Có giá trị của “{criterion}” nằm giữa “{other}” và “{level}” mà không thuộc khung nào.",
    remedy: "Để khung thấp kết thúc nơi khung cao bắt đầu, và chỉ một khung giữ cận đó.",
  },
  RangeInverted: {
    says: "Mức cao nhất {found:count} nhỏ hơn mức thấp nhất {min:count}.",
    remedy: "Kiểm tra lại hai con số.",
  },
  NotAscending: {
    says: "{found:found} không đứng sau giá trị trước nó.",
    remedy: "Viết mỗi giá trị một lần, theo thứ tự tăng dần.",
  },
  DayOutsideSpan: {
    says: joined(
      "Ngày {found:date} nằm ngoài thời gian của chính gói này, ",
      "từ {inForceFrom:date} đến {inForceTo:date}.",
    ),
    remedy: "Đưa ngày đó vào gói đúng thời gian, hoặc bỏ đi.",
  },
  MarginsLeaveNoRoom: {
    says: "Các lề chỉ để lại {room} mm của khổ giấy, ít hơn {roomMin} mm.",
    remedy: "Kiểm tra lại lề và khổ giấy: tất cả tính bằng milimét.",
  },
  PatternPlaceUnknown: {
    says: "{found:found} có chỗ trống {place:found} không có gì để điền; chỉ có {known}.",
    remedy: "Chỉ dùng các chỗ trống đó, mỗi chỗ trong ngoặc nhọn, không dùng ngoặc nhọn nào khác.",
  },
  DocumentKindsMissing: {
    says: "Gói không cho biết tên gọi của các loại văn bản: {missing}.",
    remedy: "Thêm một mục cho mỗi loại, kèm nhãn và nguồn.",
  },
  // How it stands among the others
  PackIdReused: {
    says: "Đã có gói quy định {found} với nội dung khác.",
    remedy: "Đặt mã khác cho gói này: một gói không bao giờ thay đổi.",
  },
  PacksOverlap: {
    says: "Gói này và {other} cùng có hiệu lực từ ngày {from:date} đến ngày {to:date}.",
    remedy: "Để một gói hết hiệu lực trước khi gói kia bắt đầu.",
  },
  PacksLeaveGap: {
    says: "Giữa gói này và {other}, từ {from:date} đến {to:date} không có gì có hiệu lực.",
    remedy: "Để gói sau bắt đầu ngay ngày tiếp theo, hoặc bỏ `inForceTo`.",
  },
} as const satisfies { readonly [Rule in PackRule]: Message };
