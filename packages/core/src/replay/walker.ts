import { hashOfBytes } from "../log/commit.ts";
import { bytesOf, encoder, isTextAt, textIn } from "./bytes.ts";
import { hashFromEnd, hashLength } from "./record-ends.ts";
import { walkerBytes } from "./walker-bytes.ts";

/** What `assembly/walker.ts` exports. Places and sizes are in bytes. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly input: Constant;
  readonly inputSize: Constant;
  readonly output: Constant;
  readonly prev: Constant;
  readonly foundHash: Constant;
  readonly planOf: Constant;
  readonly plans: Constant;
  readonly plansSize: Constant;
  readonly words: Constant;
  readonly wordsMax: Constant;
  readonly position: { value: number };
  readonly stopped: Constant;
  readonly filled: Constant;
  readonly asked: Constant;
  walk(from: number, to: number): number;
  walkEnds(from: number, to: number): void;
  isFoundHash(at: number): number;
  forget(): void;
}
interface Constant {
  readonly value: number;
}

/** Why a walk has stopped: at a record that it does not know, or at a type without a plan. */
export type Stop = "end" | "unknown" | "full" | "plan" | "words";
const stops: readonly Stop[] = ["end", "unknown", "full", "plan", "words"];

/**
 * Closed: the members are all there may be, in canonical order, and the tags are told too; an event
 * with others, or in the place of another, is one to be parsed. Actorless: who recorded an event is
 * not told, unless that comes whole.
 */
type Kind = "listed" | "closed" | "actorless";
const kinds: readonly Kind[] = ["listed", "closed", "actorless"];

/** What to tell of the events of one type: the values of members, unless it has one of others. */
export interface ToldMembers {
  readonly members: readonly string[];
  readonly wholeWith: readonly string[];
  readonly kind: Kind;
}

const [noPlan, nothing, whole] = [0, 1, 2];
/** It does not count further. */
const positionMax = 2 ** 31 - 1;
const planHeader = 8;
const planMember = 12;
const wordInts = 2;

/**
 * The part of a reading, or of a verification, that runs in WebAssembly. All offsets are of the
 * lines that it was given; what it tells of them stands in `told` until the next walk.
 */
export class Walker {
  readonly told: Int32Array;
  /** Whose lines, and whose plans, it has. */
  reader: object | undefined;
  plans: object | undefined;
  isBusy = false;
  /** Stands for the words that it has: another one as soon as it has forgotten them. */
  vocabulary: object = {};
  readonly #exports: Exports;
  readonly #bytes: Uint8Array;
  readonly #ints: Int32Array;
  readonly #input: number;
  /** Where it is told what a record was hashed to. */
  readonly #foundHash: Uint8Array;
  readonly #texts: (string | undefined)[] = [];
  #plansEnd = 0;

  constructor(exports: Exports) {
    this.#exports = exports;
    this.#bytes = new Uint8Array(exports.memory.buffer);
    this.#input = exports.input.value;
    this.#ints = new Int32Array(exports.memory.buffer);
    const found = exports.foundHash.value;
    this.#foundHash = this.#bytes.subarray(found, found + hashLength);
    this.told = this.#ints.subarray(exports.output.value / 4);
    this.forgetPlans();
  }

  /** The most bytes of lines that it takes at once. */
  get room(): number {
    return this.#exports.inputSize.value;
  }

  load(lines: Uint8Array): void {
    this.#bytes.set(lines, this.#input);
  }

  /**
   * Sets the record that the first one has to follow: its position, and its hash in digits. Gives
   * false where it cannot go on from that.
   */
  follow(position: number, hash: Uint8Array): boolean {
    const isCountable = Number.isInteger(position) && position >= 0 && position < positionMax;
    if (!isCountable || hash.length !== hashLength) return false;
    this.#exports.position.value = position;
    this.#bytes.set(hash, this.#exports.prev.value);
    return true;
  }

  /** Walks over the records between two offsets. */
  walk(from: number, to: number): Stop {
    const { walk } = this.#exports;
    return stops[walk(this.#input + from, this.#input + to)] as Stop;
  }

  /**
   * Looks at the ends only of the records before an offset, and tells where each that follows ends.
   * Gives how many do.
   */
  walkEnds(to: number): number {
    this.#exports.walkEnds(this.#input, this.#input + to);
    return this.count;
  }

  /** Where it stopped. */
  get stopped(): number {
    return this.offset(this.#exports.stopped.value);
  }

  /** The position of the last record that it walked over. */
  get position(): number {
    return this.#exports.position.value;
  }

  /** How many numbers are told. */
  get count(): number {
    return this.#exports.filled.value / 4;
  }

  /** The type that it has no plan for, as a word. */
  get asked(): number {
    return this.#exports.asked.value;
  }

  /** A place that it told, as an offset. */
  offset(place: number): number {
    return place - this.#input;
  }

  /** Whether the record between two offsets states its own hash. */
  isTrue(start: number, end: number): boolean {
    const [bytes, input] = [this.#bytes, this.#input];
    encoder.encodeInto(hashOfBytes(bytes, input + start, input + end), this.#foundHash);
    return this.#exports.isFoundHash(input + end - hashFromEnd) !== 0;
  }

  get wordsMax(): number {
    return this.#exports.wordsMax.value;
  }

  /** The text of a word; undefined where its bytes are none. */
  textOf(word: number): string | undefined {
    const known = this.#texts[word];
    if (known !== undefined) return known;
    const at = this.#exports.words.value / 4 + wordInts * word;
    const [start, length] = [this.#ints[at] as number, this.#ints[at + 1] as number];
    const text = textIn(this.#bytes, start, start + length);
    if (text !== undefined) this.#texts[word] = text;
    return text;
  }

  /** Whether a text stands between two places that it told, and is of ASCII. */
  stands(text: string, start: number, end: number): boolean {
    return text.length === end - start && isTextAt(this.#bytes, start, text);
  }

  /** The text between two places that it told; undefined where its bytes are none. */
  textBetween(start: number, end: number): string | undefined {
    return textIn(this.#bytes, start, end);
  }

  /** Forgets all words, and the plans, which are kept by word. */
  forget(): void {
    this.#exports.forget();
    this.#texts.length = 0;
    this.vocabulary = {};
    this.forgetPlans();
  }

  forgetPlans(): void {
    const { planOf, plans } = this.#exports;
    this.#ints.fill(noPlan, planOf.value / 4, plans.value / 4);
    this.#plansEnd = plans.value;
  }

  /** Plans what is told of the events of a type. Gives false where it will tell the whole event. */
  plan(type: number, told: ToldMembers | "whole" | "nothing"): boolean {
    const place = this.#exports.planOf.value / 4 + type;
    const plan = typeof told === "string" ? undefined : this.#written(told);
    this.#ints[place] = plan ?? (told === "nothing" ? nothing : whole);
    return plan !== undefined;
  }

  /** Where a plan was written; undefined where there is no more room for it. */
  #written({ members, wholeWith, kind }: ToldMembers): number | undefined {
    const { plans, plansSize } = this.#exports;
    const named = [...members, ...wholeWith].map((name) => bytesOf(name));
    const start = Math.ceil(this.#plansEnd / 4) * 4;
    let names = start + planHeader + planMember * named.length;
    const end = named.reduce((sum, { length }) => sum + length, names);
    if (end > plans.value + plansSize.value) return undefined;
    this.#ints.set([named.length, kinds.indexOf(kind)], start / 4);
    for (const [index, name] of named.entries()) {
      const member = (start + planHeader + planMember * index) / 4;
      this.#ints.set([names, name.length, index < members.length ? 0 : 1], member);
      this.#bytes.set(name, names);
      names += name.length;
    }
    this.#plansEnd = end;
    return start;
  }
}

/** What is asked of a platform, under its names. */
interface Platform {
  readonly WebAssembly: {
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (module: object) => { readonly exports: unknown };
  };
}

let made: Walker | undefined | "none";

/** The walker of this thread; undefined where the platform allows none. */
export const walkerHere = (): Walker | undefined => {
  made ??= newWalker() ?? "none";
  return made === "none" ? undefined : made;
};

const newWalker = (): Walker | undefined => {
  try {
    const bytes = Uint8Array.from(atob(walkerBytes), (unit) => unit.charCodeAt(0));
    const { Instance, Module } = (globalThis as unknown as Platform).WebAssembly;
    return new Walker(new Instance(new Module(bytes)).exports as Exports);
  } catch {
    return undefined;
  }
};
