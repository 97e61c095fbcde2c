import type { RefusalName } from "../deciders.ts";
import type { Message } from "./template.ts";

/** What each refusal says, and what to do about it, in Vietnamese. */
export const refusalsVi = {
  // Branches
  BranchExists: {
    says: "Tổ chức {branch} đã có trong sổ.",
    remedy: "Đặt mã khác cho tổ chức mới, hoặc ghi điều đã thay đổi ở {branch}.",
  },
  BranchUnknown: {
    says: [
      "Ngày {on:date} không có tổ chức {branch}.",
      "Tính đến ngày đó không có tổ chức {branch}.",
    ],
    remedy: "Kiểm tra lại mã, hoặc ghi trước việc {branch} được thành lập, với đúng ngày của nó.",
  },
  BranchIsDissolved: {
    says: "Tính đến ngày đó tổ chức {branch} đã giải thể.",
    remedy: "Nêu tổ chức thay thế, hoặc một ngày mà {branch} vẫn còn.",
  },
  BranchDiffers: {
    says: [
      "Điều nêu về tổ chức {branch} không đúng: thực tế là {is}, không phải {stated}.",
      "Điều nêu về tổ chức {branch} không đúng: thực tế là {is} mà không được nêu.",
      "Điều nêu về tổ chức {branch} không đúng: không phải là {stated}.",
      "Điều nêu về tổ chức {branch} không đúng.",
    ],
    remedy: "Nêu loại và tổ chức cấp trên của {branch} đúng như trong ngày đó.",
  },
  BranchHasThatName: {
    says: "Tổ chức {branch} vốn đã mang tên đó.",
    remedy: "Bỏ lệnh này, hoặc kiểm tra lại tên.",
  },
  BranchHasThatKind: {
    says: "Tổ chức {branch} vốn đã thuộc loại {kind}.",
    remedy: "Bỏ lệnh này, hoặc kiểm tra lại loại.",
  },
  BranchStandsThere: {
    says: "Tổ chức {branch} vốn đã trực thuộc {parent}.",
    remedy: "Bỏ lệnh này, hoặc kiểm tra lại nơi {branch} chuyển đến.",
  },
  MayNotStandUnder: {
    says: [
      "Tổ chức {branch} thuộc loại {kind} không thể trực thuộc {parent} thuộc loại {parentKind}.",
      "Tổ chức {branch} thuộc loại {kind} không thể trực thuộc {parent}.",
      "Tổ chức {branch} thuộc loại {kind} không thể đứng đầu mà không trực thuộc tổ chức nào.",
    ],
    remedy: "Chọn loại và nơi trực thuộc mà quy định có hiệu lực ngày đó cho phép đi cùng nhau.",
  },
  MayNotHoldMembers: {
    says: "Tổ chức {branch} thuộc loại {kind} không trực tiếp có thành viên.",
    remedy: "Nêu tổ chức bên dưới {branch} nơi thành viên sinh hoạt.",
  },
  HasMembers: {
    says: "Ngày đó tổ chức {branch} vẫn còn {members:count} thành viên.",
    remedy: "Ghi trước việc các thành viên đã chuyển đi đâu.",
  },
  HasBranchesBelow: {
    says: "Dưới tổ chức {branch} vẫn còn {below}.",
    remedy: "Chuyển hoặc giải thể các tổ chức trực thuộc trước.",
  },
  HasOfficers: {
    says: "Trong tổ chức {branch} vẫn còn người giữ chức vụ: {persons}.",
    remedy: "Ghi việc thôi giữ chức vụ của họ trước.",
  },
  BodyExists: {
    says: "Tổ chức {branch} đã có cơ quan {body}.",
    remedy: "Đặt mã khác cho cơ quan mới, hoặc bỏ lệnh này.",
  },
  BodyUnknown: {
    says: "Tính đến ngày đó tổ chức {branch} không có cơ quan {body}.",
    remedy: "Kiểm tra lại mã, hoặc ghi việc lập cơ quan trước.",
  },
  OfficeTaken: {
    says: "Chức vụ {office} ở {branch} chỉ do một người giữ, và {holder} đang giữ.",
    remedy: "Ghi việc {holder} thôi giữ chức vụ trước, hoặc kiểm tra lại chức vụ.",
  },
  HoldsOfficeAlready: {
    says: "{person} vốn đã giữ chức vụ {office} ở đó.",
    remedy: "Bỏ lệnh này, hoặc kiểm tra lại người và chức vụ.",
  },
  HoldsNoSuchOffice: {
    says: "Ngày đó {person} không giữ chức vụ {office} ở đó.",
    remedy: "Kiểm tra lại người, chức vụ và nơi giữ, hoặc ghi việc giao chức vụ trước.",
  },
  WouldCloseRing: {
    says: "{to} nằm dưới {branch}: chuyển {branch} về đó sẽ thành vòng tròn.",
    remedy: "Chọn một tổ chức không nằm dưới {branch}.",
  },
  BaseOrganisationDiffers: {
    says: [
      "Tổ chức cơ sở của {branch} là {is}, không phải {stated}.",
      "Tổ chức cơ sở của {branch} là {is} mà không được nêu.",
      "Từ {branch} trở lên không có tổ chức cơ sở nào, nên không phải là {stated}.",
      "Tổ chức cơ sở của {branch} không đúng như đã nêu.",
    ],
    remedy: "Nêu tổ chức cơ sở đúng như hệ thống tổ chức trong ngày đó.",
  },
  NotInVocabulary: {
    says: "Quy định có hiệu lực ngày đó không có “{term}” trong {vocabulary:word}.",
    remedy: "Dùng từ có trong quy định, hoặc đăng ký một gói quy định có từ đó.",
  },
  NoStructurePackInForce: {
    says: "Ngày đó không có quy định nào về hệ thống tổ chức có hiệu lực, đối với {branch}.",
    remedy: "Kiểm tra lại ngày và chế độ quy định của sổ, hoặc đăng ký một gói quy định.",
  },
  // Membership
  IsMemberAlready: {
    says: "{person} đã là thành viên, ở tổ chức {branch}.",
    remedy: "Kiểm tra lại người, hoặc ghi việc chuyển sinh hoạt thay vì kết nạp lại.",
  },
  IsNoMember: {
    says: [
      "Ngày {on:date} {person} không phải là thành viên ở {branch}.",
      "Ngày đó {person} không phải là thành viên, nên cũng không ở {branch}.",
      "Ngày đó {person} không phải là thành viên.",
    ],
    remedy: "Kiểm tra lại mã và ngày, hoặc ghi trước việc {person} trở thành thành viên.",
  },
  IsMemberElsewhere: {
    says: [
      "Ngày {on:date} {person} là thành viên ở {is}, không phải ở {stated}.",
      "Ngày đó {person} là thành viên ở {is}, không phải ở {stated}.",
    ],
    remedy: "Nêu tổ chức {is}, hoặc ghi việc chuyển sinh hoạt trước.",
  },
  StatusDiffers: {
    says: "Ngày đó {person} là thành viên {is:word}, không phải {stated:word}.",
    remedy: "Kiểm tra lại người và ngày: tư cách thành viên suy ra từ những gì đã ghi.",
  },
  DecidedAfterEffect: {
    says:
      "Việc có hiệu lực từ ngày {effectiveOn:date}, trước khi được quyết định " +
      "ngày {decidedOn:date}.",
    remedy: "Để việc có hiệu lực từ ngày quyết định trở đi.",
  },
  ProbationNotOver: {
    says:
      "Thời gian dự bị của {person} kéo dài đến ngày {due:date}; việc công nhận được quyết định " +
      "ngày {decidedOn:date}, có hiệu lực ngày {effectiveOn:date}.",
    remedy: "Công nhận từ ngày {due:date} trở đi, bằng quyết định từ ngày đó trở đi.",
  },
  ProbationOver: {
    says: "Thời gian dự bị của {person} đã hết ngày {due:date}, trước ngày {effectiveOn:date}.",
    remedy: "Để việc kéo dài có hiệu lực khi thời gian dự bị còn chưa hết.",
  },
  ProbationStartUnknown: {
    says: "Sổ không ghi {person} dự bị từ ngày nào.",
    remedy: "Sửa bút toán đầu kỳ của {person} và nêu ngày đó trong `since`.",
  },
  IsNotInTransit: {
    says: "Ngày đó {person} không ở trong thời gian chuyển sinh hoạt.",
    remedy: "Ghi việc chuyển sinh hoạt trước, hoặc nêu {person} từ đâu đến bằng `from` và `status`.",
  },
  IsInTransit: {
    says: "Ngày đó {person} đang chuyển sinh hoạt từ {from} đến {to}.",
    remedy: "Ghi trước việc {to} tiếp nhận {person}.",
  },
  TransferLeadsNowhere: {
    says: "{person} đang ở chính tổ chức {branch}: phải chuyển sinh hoạt đến một tổ chức khác.",
    remedy: "Nêu tổ chức mà {person} chuyển đến.",
  },
  IsExemptAlready: {
    says: "Ngày đó {person} vốn đã được miễn sinh hoạt.",
    remedy: "Bỏ lệnh này, hoặc kiểm tra lại người và ngày.",
  },
  IsNotExempt: {
    says: "Ngày đó {person} không được miễn sinh hoạt.",
    remedy: "Bỏ lệnh này, hoặc ghi việc miễn sinh hoạt trước.",
  },
  IsSuspendedAlready: {
    says: "Ngày đó {person} vốn đã bị đình chỉ sinh hoạt.",
    remedy: "Bỏ lệnh này, hoặc kiểm tra lại người và ngày.",
  },
  IsNotSuspended: {
    says: "Ngày đó {person} không bị đình chỉ sinh hoạt.",
    remedy: "Bỏ lệnh này, hoặc ghi việc đình chỉ trước.",
  },
  HoldsOffice: {
    says: "Ngày đó {person} vẫn giữ chức vụ {office} ở {branch}.",
    remedy: "Ghi việc {person} thôi giữ chức vụ trước.",
  },
  WasNotAdmittedThatYear: {
    says: [
      "Theo sổ này, {person} không được kết nạp trong năm {year}.",
      "Sổ này không ghi việc kết nạp {person} nào để hủy.",
    ],
    remedy: "Kiểm tra lại người: chỉ hủy được việc kết nạp mà sổ này đã tính.",
  },
  HoldsThatSeat: {
    says: "{person} vốn đã giữ chức vụ {office} ở nơi đó.",
    remedy: "Bỏ lệnh này, hoặc kiểm tra lại người và nơi giữ chức vụ.",
  },
  HoldsNoSuchSeat: {
    says: "Ngày đó {person} không giữ chức vụ {office} ở nơi đó.",
    remedy: "Kiểm tra lại người, chức vụ và nơi giữ, hoặc ghi việc giao chức vụ trước.",
  },
  FormNotForStatus: {
    says: "Hình thức kỷ luật “{form}” không áp dụng cho thành viên {status:word}.",
    remedy: "Dùng hình thức mà quy định có hiệu lực dành cho thành viên đó.",
  },
  // The ledger itself
  CommandIdReused: {
    says: "Mã lệnh {id} đã đứng ở vị trí {position} với một lệnh khác.",
    remedy: "Đặt mã riêng cho lệnh này; muốn sửa điều đã ghi ở đó, dùng lệnh correct.",
  },
  CommitTooLarge: {
    says:
      "Một lần ghi như vậy dài {bytes:count} byte; " +
      "mỗi lần ghi được nhiều nhất {bytesMax:count} byte.",
    remedy: "Chia thành nhiều lệnh, hoặc ghi mà không dùng --atomic.",
  },
  ClockBehindLedger: {
    says: "Đồng hồ chỉ {now}, nhưng lần ghi cuối của sổ là lúc {last}.",
    remedy: "Chỉnh đồng hồ máy này, hoặc tìm xem đồng hồ máy nào đã chạy trước.",
  },
  EffectiveInFuture: {
    says: "Việc có hiệu lực ngày {effectiveOn:date}, mà hôm nay là ngày {today:date}.",
    remedy: "Ghi từ ngày việc có hiệu lực trở đi, hoặc kiểm tra lại ngày.",
  },
  UnknownEvent: {
    says: "Sổ không có sự kiện {target}.",
    remedy: "Tra địa chỉ bằng `tongket log`; địa chỉ có dạng VỊ_TRÍ.THỨ_TỰ, ví dụ 412.0.",
  },
  AlreadyReversed: {
    says: "Sự kiện {target} ({type}) đã được đảo.",
    remedy: "Không còn gì để đảo; nếu sự việc vẫn đúng thì ghi lại từ đầu.",
  },
  MayNotBeReversed: {
    says: "Sự kiện {target} thuộc loại {type}, loại không bao giờ được đảo.",
    remedy: "Ghi lại từ đầu sự việc đã bị đảo; điều đã xóa thì mất hẳn.",
  },
  HasDependants: {
    says: "Có sự việc về sau dựa vào điều sắp đảo: {events} (sẽ thành {because}).",
    remedy: "Đảo cả những sự việc đó trong cùng một lần ghi, rồi ghi lại điều vẫn đúng.",
  },
  ContradictsLater: {
    says: "Sự việc đã ghi cho những ngày sau mâu thuẫn với điều này: {events} (sẽ thành {because}).",
    remedy: "Kiểm tra lại ngày, hoặc sửa những sự việc đó trước.",
  },
  PersonIsErased: {
    says: "Dữ liệu cá nhân của {person} đã bị xóa vĩnh viễn.",
    remedy: "Dùng mã người mới nếu đây là người khác.",
  },
} as const satisfies { readonly [Name in RefusalName]: Message };
