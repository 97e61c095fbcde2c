import { isAbsent, isNumber, isRaw, isText, isWord, members, membersMax, wordSize } from "./layout";
import { endsIn, isDigit, stepValue, textEnd } from "./steps";
import { areSame, unseen, wordAgain } from "./words";

/** How many members were read last. */
export let memberCount: i32 = 0;

/**
 * Steps over an object's members: reads of each where its key begins, and its value begins and
 * ends. It looks for the ends of texts in sixty-four bytes at once, which hold those of several.
 */
export function stepMembers(start: usize): usize {
  memberCount = 0;
  if (load<u8>(start) === 0x7d) return start + 1;
  let at = start;
  let from = at;
  let ends = endsIn(from);
  for (let count = 0; count < membersMax && load<u8>(at) === 0x22; ) {
    const member = members + 12 * <usize>count;
    store<u32>(member, <u32>(at + 1));
    // The lowest of them is the quote at which the key begins; none is left where that lies beyond.
    // NOTE: written out for key and value, since globals that a function could share took a fifth
    // longer.
    ends &= ends - 1;
    if (ends === 0) {
      from = textEnd(at + 1);
      ends = endsIn(from);
    }
    at = from + <usize>ctz(ends);
    ends &= ends - 1;
    if (load<u16>(at) !== 0x3a22) return 0;
    at += 2;
    store<u32>(member, <u32>at, 4);
    if (load<u8>(at) === 0x22) {
      ends &= ends - 1;
      if (ends === 0) {
        from = textEnd(at + 1);
        ends = endsIn(from);
      }
      at = from + <usize>ctz(ends);
      ends &= ends - 1;
      if (load<u8>(at) !== 0x22) return 0;
      at += 1;
    } else {
      at = stepValue(at);
      from = at;
      ends = endsIn(from);
    }
    store<u32>(member, <u32>at, 8);
    count += 1;
    const next = load<u8>(at);
    at += 1;
    if (next === 0x7d) {
      memberCount = count;
      return at;
    }
    if (next !== 0x2c) return 0;
  }
  return 0;
}

/** Where a member was put down; 0 where there is none. Of a key that comes twice the last holds. */
export function memberNamed(name: usize, length: u32): usize {
  for (let at = memberCount - 1; at >= 0; at -= 1) {
    const member = members + 12 * <usize>at;
    const key = load<u32>(member);
    if (load<u32>(member, 4) - key === length + 2 && areSame(name, key, length)) return member;
  }
  return 0;
}

/** Where the member at a place was put down, if it has that name; else 0. */
export function memberAt(place: i32, name: usize, length: u32): usize {
  const member = members + 12 * <usize>place;
  const key = load<u32>(member);
  const isNamed = place < memberCount && load<u32>(member, 4) - key === length + 2;
  return isNamed && areSame(name, key, length) ? member : 0;
}

export function putValue(member: usize, to: usize): bool {
  let kind = isAbsent;
  if (member !== 0) {
    const start: usize = load<u32>(member, 4);
    const end: usize = load<u32>(member, 8);
    kind = isRaw;
    store<u32>(to, <u32>start, 4);
    store<u32>(to, <u32>end, 8);
    if (load<u8>(start) === 0x22) {
      if (end - start <= <usize>wordSize) {
        const word = wordAgain(start + 1, end - 1);
        if (word === unseen) {
          kind = isText;
          store<u32>(to, <u32>(start + 1), 4);
          store<u32>(to, <u32>(end - 1), 8);
        } else {
          if (word < 0) return false;
          kind = isWord;
          store<i32>(to, word, 4);
        }
      }
    } else if (isShortNumber(start, end)) {
      kind = isNumber;
      store<i32>(to, numberAt(start, end), 4);
    }
  }
  store<i32>(to, kind);
  return true;
}

/** Nine digits at most, and not written in another way than JSON writes them. */
function isShortNumber(start: usize, end: usize): bool {
  const from = load<u8>(start) === 0x2d ? start + 1 : start;
  if (end === from || end - from > 9 || (end - from > 1 && load<u8>(from) === 0x30)) return false;
  for (let at = from; at < end; at += 1) if (!isDigit(load<u8>(at))) return false;
  // Minus nothing is a number of its own.
  return from === start || load<u8>(from) !== 0x30;
}

function numberAt(start: usize, end: usize): i32 {
  const from = load<u8>(start) === 0x2d ? start + 1 : start;
  let number: i32 = 0;
  for (let at = from; at < end; at += 1) number = 10 * number + (<i32>load<u8>(at) - 0x30);
  return from === start ? number : -number;
}
