/** What records are made of, each in sixteen bytes. */
const marks = memory.data<u8>([
  // {"actor":"
  123, 34, 97, 99, 116, 111, 114, 34, 58, 34, 0, 0, 0, 0, 0, 0,
  // ","commandHash":
  34, 44, 34, 99, 111, 109, 109, 97, 110, 100, 72, 97, 115, 104, 34, 58,
  // ","commandId":"
  34, 44, 34, 99, 111, 109, 109, 97, 110, 100, 73, 100, 34, 58, 34, 0,
  // ","events":[
  34, 44, 34, 101, 118, 101, 110, 116, 115, 34, 58, 91, 0, 0, 0, 0,
  // {"data":{
  123, 34, 100, 97, 116, 97, 34, 58, 123, 0, 0, 0, 0, 0, 0, 0,
  // ,"effectiveOn":"
  44, 34, 101, 102, 102, 101, 99, 116, 105, 118, 101, 79, 110, 34, 58, 34,
  // ","inPlaceOf":"
  34, 44, 34, 105, 110, 80, 108, 97, 99, 101, 79, 102, 34, 58, 34, 0,
  // ","tags":[
  34, 44, 34, 116, 97, 103, 115, 34, 58, 91, 0, 0, 0, 0, 0, 0,
  // ,"type":"
  44, 34, 116, 121, 112, 101, 34, 58, 34, 0, 0, 0, 0, 0, 0, 0,
  // ","version":1}
  34, 44, 34, 118, 101, 114, 115, 105, 111, 110, 34, 58, 49, 125, 0, 0,
  // ,"position":
  44, 34, 112, 111, 115, 105, 116, 105, 111, 110, 34, 58, 0, 0, 0, 0,
  // ,"prev":"
  44, 34, 112, 114, 101, 118, 34, 58, 34, 0, 0, 0, 0, 0, 0, 0,
  // ","recordedAt":"
  34, 44, 34, 114, 101, 99, 111, 114, 100, 101, 100, 65, 116, 34, 58, 34,
  // ","hash":"
  34, 44, 34, 104, 97, 115, 104, 34, 58, 34, 0, 0, 0, 0, 0, 0,
]);
export const actorMark: usize = 0;
export const commandHashMark: usize = 1;
export const commandIdMark: usize = 2;
export const eventsMark: usize = 3;
export const dataMark: usize = 4;
export const dayMark: usize = 5;
export const placeMark: usize = 6;
export const tagsMark: usize = 7;
export const typeMark: usize = 8;
export const versionMark: usize = 9;
export const positionMark: usize = 10;
export const prevMark: usize = 11;
export const recordedAtMark: usize = 12;
export const hashMark: usize = 13;

/** Whether so many bytes of a mark stand there. */
export function isMark(at: usize, mark: usize, length: u32): bool {
  const same = <u32>i8x16.bitmask(i8x16.eq(v128.load(at), v128.load(marks + 16 * mark)));
  const all = ((<u32>1) << length) - 1;
  return (same & all) === all;
}
