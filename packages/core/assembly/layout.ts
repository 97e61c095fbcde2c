// Where everything stands in the walker's memory, and what it tells.

const kiB: usize = 1024;
/** So many bytes may be read behind the last of an area; they decide nothing. */
export const slack: usize = 64;

export const inputSize: usize = 256 * kiB;
export const outputSize: usize = 128 * kiB;
export const plansSize: usize = 64 * kiB;
export const wordsMax: i32 = 131072;
export const wordSize: u32 = 512;
export const textsSize: usize = 4096 * kiB;
export const slotsMask: u32 = 2 * wordsMax - 1;
export const seenMask: u32 = 0x1ffff;
export const membersMax: i32 = 64;
/** No id is longer. */
export const idLengthMax: usize = 96;

export const input: usize = 64 * kiB;
export const output: usize = input + inputSize + slack;
/** The hash of the record before, in hexadecimal digits. */
export const prev: usize = output + outputSize;
/** The hash that the caller found of a record, in the same digits. */
export const foundHash: usize = prev + 64;
/** By the word of a type: where its plan is, or `nothing`, or `whole`; 0 where it has none. */
export const planOf: usize = foundHash + 64;
/** Plans: of how many members, of which kind, then of each where its name is, its length, and
 * whether an event that has it is told whole. */
export const plans: usize = planOf + 4 * <usize>wordsMax;
/** Of each word where its bytes are, and how many. */
export const words: usize = plans + plansSize;
/**
 * By the last bits of a word's hash, or behind that: the hash, one more than the word's number, and
 * how many bytes it has. So one line of the processor's cache is looked at to find a short word.
 */
export const slots: usize = words + 8 * <usize>wordsMax;
export const slotsSize: usize = 16 * (<usize>slotsMask + 1);
export const members: usize = slots + slotsSize;
/** Of texts that were seen lately, by one half of their hash the other. */
export const seen: usize = members + 12 * <usize>membersMax;
export const texts: usize = seen + 4 * <usize>(seenMask + 1);

export const nothing: u32 = 1;
export const whole: u32 = 2;

/** A plan for the members that it names. */
export const listed: u32 = 0;
/** A plan for all members that an event may have, in their order, and for its tags. */
export const closed: u32 = 1;
/** As `listed`, of events that are taken without their actor, who is told where one comes whole. */
export const actorless: u32 = 2;

/**
 * What a value of `output` is: absent, a word, a whole number, JSON from one byte to another, or a
 * text from one to another.
 */
export const isAbsent: i32 = 0;
export const isWord: i32 = 1;
export const isNumber: i32 = 2;
export const isRaw: i32 = 3;
export const isText: i32 = 4;
