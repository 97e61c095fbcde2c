import type { Expected } from "./expectations.en.ts";
import type { Expectation } from "./language.ts";
import { joined } from "./message.ts";

/** What the schemas expect, in Vietnamese, and what to do where it was not met. */
export const expectationsVi: { readonly [Each in Expected]: Expectation } = {
  string: { says: "một chuỗi văn bản", toDo: "Viết một giá trị đúng kiểu đó." },
  number: { says: "một số", toDo: "Viết một giá trị đúng kiểu đó." },
  boolean: { says: "true hoặc false", toDo: "Viết một giá trị đúng kiểu đó." },
  true: { says: "true", toDo: "Viết một giá trị đúng kiểu đó." },
  object: { says: "một đối tượng", toDo: "Viết một giá trị đúng kiểu đó." },
  array: { says: "một danh sách", toDo: "Viết một giá trị đúng kiểu đó." },
  "an integer": { says: "một số nguyên", toDo: "Viết một giá trị đúng kiểu đó." },
  "JSON value": { says: "một giá trị JSON", toDo: "Viết một giá trị đúng kiểu đó." },
  "an id: 1 to 96 of the characters A-Z a-z 0-9 . _ : / -": {
    says: "một mã gồm 1 đến 96 ký tự trong A-Z a-z 0-9 . _ : / -",
    toDo: joined(
      "Viết một mã, ví dụ chi-bo-1: chỉ gồm các ký tự đó, không dấu cách, ",
      "không phải tên người.",
    ),
  },
  "a tag: 1 to 128 of the characters A-Z a-z 0-9 . _ : / -": {
    says: "một nhãn gồm 1 đến 128 ký tự trong A-Z a-z 0-9 . _ : / -",
    toDo: "Chỉ dùng các ký tự đó.",
  },
  "a calendar date from 1900 to 2999 as YYYY-MM-DD": {
    says: "một ngày có trong lịch từ năm 1900 đến 2999, viết YYYY-MM-DD",
    toDo: "Viết một ngày có trong lịch, ví dụ 2013-01-23.",
  },
  "an instant as YYYY-MM-DDTHH:MM:SS.mmmZ": {
    says: "một thời điểm UTC, viết YYYY-MM-DDTHH:MM:SS.mmmZ",
    toDo: "Viết theo UTC đến phần nghìn giây, ví dụ 2013-01-23T08:00:00.000Z.",
  },
  "names, or cells<N with N from 2 to 999, or both with a comma between them": {
    says: "names, hoặc cells<N với N từ 2 đến 999, hoặc cả hai cách nhau bằng dấu phẩy",
    toDo: "Viết trong dấu nháy, ví dụ 'names,cells<3'.",
  },
  "a day, or an instant in UTC as YYYY-MM-DDTHH:MM:SSZ": {
    says: "một ngày, hoặc một thời điểm UTC viết YYYY-MM-DDTHH:MM:SSZ",
    toDo: "Viết 2013-01-23, hoặc 2013-01-23T08:00:00Z; giờ có độ lệch như +07:00 thì đổi sang UTC.",
  },
  "a year from 1900 to 2999": {
    says: "một năm từ 1900 đến 2999",
    toDo: "Viết năm bằng số, ví dụ 2012.",
  },
  "years from 1900 to 2999 as FROM..TO, the earlier first, at most 100 of them": {
    says: "các năm từ 1900 đến 2999, viết TỪ..ĐẾN, năm trước đứng trước, nhiều nhất 100 năm",
    toDo: "Viết hai năm với hai dấu chấm ở giữa, ví dụ 2010..2013.",
  },
  "a number of threads from 1 to 16": {
    says: "một số luồng từ 1 đến 16",
    toDo: "Viết bằng một số nguyên, ví dụ 2.",
  },
  "a count from 0 to 1,000,000,000": {
    says: "một số đếm từ 0 đến 1.000.000.000",
    toDo: "Viết số lượng bằng một số nguyên.",
  },
  "a text of 1 to 500 characters": {
    says: "một văn bản dài 1 đến 500 ký tự",
    toDo: "Viết nội dung, và rút gọn nếu dài hơn.",
  },
  "a text of 1 to 20,000 characters": {
    says: "một văn bản dài 1 đến 20.000 ký tự",
    toDo: "Viết nội dung, và rút gọn nếu dài hơn.",
  },
  "text in Unicode NFC": {
    says: "một văn bản theo Unicode NFC",
    toDo: "Chuyển tệp sang Unicode NFC, ví dụ bằng `uconv -x nfc`.",
  },
  "text without lone surrogates": {
    says: "một văn bản không có nửa ký tự lẻ",
    toDo: "Sửa văn bản từ nơi tạo ra nó.",
  },
  "text that is not blank": { says: "một văn bản không để trống", toDo: "Viết nội dung vào đó." },
  "text on one line, without control characters": {
    says: "một văn bản trên một dòng, không có ký tự điều khiển",
    toDo: "Bỏ dấu xuống dòng, dấu tab và mọi ký tự không in được.",
  },
  "text without control characters but line feed and tab": {
    says: "một văn bản không có ký tự điều khiển nào ngoài dấu xuống dòng (LF) và tab",
    toDo: "Chỉ xuống dòng bằng \\n, và bỏ các ký tự không in được.",
  },
  "text without characters that turn its direction": {
    says: "một văn bản không có ký tự đổi hướng viết",
    toDo: "Bỏ các ký tự từ U+202A đến U+202E và từ U+2066 đến U+2069.",
  },
  "an event's address as POSITION.INDEX": {
    says: "một địa chỉ sự kiện, viết VỊ_TRÍ.THỨ_TỰ",
    toDo: "Tra bằng `tongket log`, ví dụ 412.0.",
  },
  "the name of a command": {
    says: "tên của một lệnh",
    toDo: "Dùng tên của một lệnh, ví dụ AdmitMember; docs/reference/commands.md liệt kê các lệnh.",
  },
  "an event type": {
    says: "tên một loại sự kiện",
    toDo: "Dùng tên một loại sự kiện, ví dụ MemberAdmitted.",
  },
  "a sealed text": {
    says: "một văn bản đã niêm phong",
    toDo: "Nêu `profile` để được niêm phong tại đây.",
  },
  "a SHA-256 as 64 hexadecimal digits": {
    says: "một mã SHA-256 gồm 64 chữ số thập lục phân",
    toDo: "Chép nguyên mã băm, bằng chữ thường.",
  },
  "a record whose hash is true of its text": {
    says: "một dòng có mã băm đúng với văn bản của nó",
    toDo: "So với một bản sao khác của sổ này.",
  },
  "canonical JSON (RFC 8785)": {
    says: "JSON chính tắc (RFC 8785)",
    toDo: "So với một bản sao khác của sổ này.",
  },
  "a known event type": {
    says: "một loại sự kiện đã biết",
    toDo: "Dùng phiên bản tongket đã ghi sổ này, hoặc phiên bản mới hơn.",
  },
  "a position and its hash, as POSITION:HASH": {
    says: "một vị trí với mã băm của nó, viết VỊ_TRÍ:MÃ_BĂM",
    toDo: "Chép cả hai từ lần `tongket verify` trước.",
  },
  "a subject as person:ID or branch:ID": {
    says: "một đối tượng, viết person:MÃ hoặc branch:MÃ",
    toDo: "Viết person:MÃ cho đảng viên (không viết member:MÃ), hoặc branch:MÃ cho tổ chức.",
  },
  "a fact as NAME=VALUE": {
    says: "một dữ kiện, viết TÊN=GIÁ_TRỊ",
    toDo: "Viết tên và giá trị, ví dụ score=90,5.",
  },
  "a whole number from 0 on": { says: "một số nguyên từ 0 trở lên", toDo: "Viết như 3." },
  "points: a whole number, a decimal or a fraction": {
    says: "điểm: một số nguyên, một số thập phân hoặc một phân số",
    toDo: "Viết như 90,5 hoặc 181/2.",
  },
  "yes or no": { says: "có hoặc không", toDo: "Viết có hoặc không." },
  "a size from 5 to 72 points, to a tenth": {
    says: "một cỡ chữ từ 5 đến 72 pt, lẻ đến phần mười",
    toDo: "Viết cỡ chữ tính bằng point, ví dụ 14.",
  },
  "0 to 300 millimetres, to a tenth": {
    says: "một độ dài từ 0 đến 300 milimét, lẻ đến phần mười",
    toDo: "Viết bằng milimét, ví dụ 30.",
  },
  "50 to 1,200 millimetres, to a tenth": {
    says: "một độ dài từ 50 đến 1.200 milimét, lẻ đến phần mười",
    toDo: "Viết bằng milimét, ví dụ 210.",
  },
  "a date as YYYY-MM-DD, or what is known of it: YYYY-MM or YYYY": {
    says: "một ngày viết YYYY-MM-DD, hoặc phần đã biết: YYYY-MM hoặc YYYY",
    toDo: "Viết một ngày có trong lịch, ví dụ 2013-01-23, hoặc chỉ 2013-01 hay 2013.",
  },
};
