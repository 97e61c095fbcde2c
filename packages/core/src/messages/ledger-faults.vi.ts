import type { LedgerFaultName } from "../log/event-store.ts";
import { joined, type Message } from "./message.ts";

/** What can be wrong with a ledger itself, in Vietnamese. */
export const ledgerFaultsVi = {
  LedgerMissing: {
    says: "Không có sổ như vậy.",
    remedy: "Kiểm tra lại đường dẫn, hoặc tạo sổ bằng `tongket init`.",
  },
  LedgerExists: {
    says: ["Sổ {ledger} đã có từ trước.", "Đã có tệp mang tên đó."],
    remedy: "Ghi tiếp vào sổ đó, hoặc đặt tên khác cho sổ mới.",
  },
  NotALedger: {
    says: [
      "Đây không phải là sổ, mà là {found:word}.",
      "Đây không phải là sổ: tệp không bắt đầu bằng phần đầu của một sổ.",
    ],
    remedy: "Kiểm tra lại đường dẫn; `tongket init` tạo sổ.",
  },
  NotUtf8: {
    says: "Bản ghi này không phải UTF-8.",
    remedy: "Không sửa tay vào sổ; lấy một bản sao nguyên vẹn.",
  },
  TornTail: {
    says: [
      "Bản ghi {unended} còn nguyên nhưng dòng chưa được khép: khép dòng rồi mới được tính.",
      "Dòng cuối bị đứt: điều đang ghi ở đó khi bị dừng giữa chừng không được tính.",
    ],
    remedy: [
      "Cứ ghi tiếp: dòng của bản ghi {unended} sẽ được khép.",
      "Lấy bản sao nguyên vẹn nếu đã được xác nhận; nếu chưa, cứ ghi tiếp: dòng sẽ được cắt.",
    ],
  },
  BrokenRecord: {
    says: [
      "Tệp bắt đầu bằng {before:word} do một chương trình khác thêm vào.",
      "Dòng này kết thúc bằng {lineEnd}: một chương trình khác đã đổi ký tự xuống dòng của sổ.",
      "Bản ghi này không còn như lúc được ghi: mã băm không đúng với văn bản của nó.",
    ],
    remedy: "Không sửa tay vào sổ; lấy một bản sao nguyên vẹn.",
  },
  RecordUnreadable: {
    says: "Lần ghi không có mã của lệnh, hoặc không có sự kiện nào đọc được.",
    remedy: "Đừng tin sổ này: so với một bản sao khác; `tongket verify --deep` cho biết thêm.",
  },
  EventUnknown: {
    says: "Sự kiện {address} thuộc loại {type}, phiên bản {version}, ở đây chưa biết loại này.",
    remedy: "Dùng phiên bản tongket đã ghi sổ này, hoặc phiên bản mới hơn.",
  },
  BrokenChain: {
    says: [
      "Bản ghi này nêu {found:whole} là mã băm trước nó, mà đúng ra là {expected:whole}.",
      "Bản ghi này không nối tiếp bản ghi trước nó.",
    ],
    remedy: "Có bản ghi bị thiếu, bị lặp hoặc sai thứ tự: lấy một bản sao nguyên vẹn của sổ.",
  },
  PositionGap: {
    says: [
      "Bản ghi này mang vị trí {found}, không phải {expected}.",
      "Không có bản ghi nào ở vị trí {expected}.",
      "Bản ghi này không mang vị trí kế tiếp.",
    ],
    remedy: "Có bản ghi bị thiếu, bị lặp hoặc sai thứ tự: lấy một bản sao nguyên vẹn của sổ.",
  },
  DuplicateCommand: {
    says: ["Mã lệnh {id} đã đứng ở vị trí {first}.", "Một mã lệnh xuất hiện hai lần trong sổ."],
    remedy: "Lấy một bản sao nguyên vẹn của sổ.",
  },
  TimeGoesBack: {
    says: [
      "Bản ghi này được ghi lúc {found}, trước bản ghi liền trước nó, lúc {before}.",
      "Bản ghi này được ghi sớm hơn bản ghi trước nó.",
    ],
    remedy: "Lấy một bản sao nguyên vẹn của sổ.",
  },
  UnequalPrefix: {
    says: [
      "Bản ghi này có mã băm {found:whole}, không phải {expected:whole}.",
      "Hai sổ không phải là bản sao của nhau.",
    ],
    remedy: "Đây là một sổ khác, hoặc lịch sử đã bị viết lại: so với một bản sao khác.",
  },
  PositionBeyondHead: {
    says: ["Sổ kết thúc ở vị trí {head}, trước vị trí {after}.", "Sổ kết thúc trước đó."],
    remedy: "Có thể sổ đã mất phần cuối: so với một bản sao khác.",
  },
  LedgerLocked: {
    says: [
      "Tiến trình {pid} trên {host:whole} đang giữ sổ, bằng {lock:whole}.",
      "Một tiến trình khác đang giữ sổ, bằng {lock:whole}.",
      "Một tiến trình khác đang giữ sổ.",
    ],
    remedy:
      "Chờ tiến trình đó xong, hoặc kết thúc nó, rồi thử lại; khóa của máy khác thì không rõ.",
  },
  StorageNewer: {
    says: joined(
      "Sổ do một phiên bản mới hơn của chương trình ghi: ",
      "các bảng thuộc phiên bản {version:count}, ở đây chỉ biết đến phiên bản {known:count}.",
    ),
    remedy: "Dùng phiên bản chương trình đã ghi sổ, hoặc mới hơn.",
  },
  StorageDamaged: {
    says: "Tệp của sổ bị hỏng: {found:whole}.",
    remedy: "Lấy một bản sao nguyên vẹn của sổ.",
  },
  StorageUnfit: {
    says: joined(
      "Sổ có thể mất bản ghi ở {storage:whole}: ",
      "{setting:whole} là {found:whole}, cần là {needed:whole}.",
    ),
    remedy: "Dùng máy chủ và luồng giữ được mọi bản ghi.",
  },
  StorageUrlUnclear: {
    says: [
      "URL có tham số {parameter:whole} lạ; tham số được biết là {known:whole}.",
      "{parameter:whole} trong URL là {found:found}, cần là một trong {needed:whole}.",
    ],
    remedy: "Sửa URL, hoặc bỏ tham số đó.",
  },
  StorageDenied: {
    says: [
      joined(
        "Cơ sở dữ liệu {storage:whole} đòi mật khẩu mà chưa có mật khẩu nào: ",
        "không có trong URL, cũng không có trong {unset:whole}.",
      ),
      "Cơ sở dữ liệu {storage:whole} từ chối truy cập ({code}: {found:whole}).",
      "Tệp của sổ từ chối truy cập ({code}: {found:whole}).",
    ],
    remedy: [
      "Đặt mật khẩu vào {unset:whole}, hoặc ghi vào URL: người-dùng:mật-khẩu@máy-chủ.",
      "Kiểm tra tên người dùng, mật khẩu và quyền của người dùng đó.",
    ],
  },
  StorageUnreachable: {
    says: "Cơ sở dữ liệu {storage:whole} không trả lời ({code}: {found:whole}).",
    remedy:
      "Kiểm tra máy chủ có đang chạy và địa chỉ có đúng, rồi thử lại; điều đã xác nhận vẫn còn.",
  },
  StorageFailed: {
    says: [
      "Ổ đĩa từ chối ({code}, {syscall:whole}).",
      "Cơ sở dữ liệu {storage:whole} gặp lỗi ({code}: {found:whole}).",
      "Ổ đĩa từ chối.",
    ],
    remedy: "Kiểm tra quyền truy cập và chỗ trống, rồi thử lại.",
  },
} as const satisfies { readonly [Name in LedgerFaultName]: Message };
