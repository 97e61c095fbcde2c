import { inputFault, type PlacedFault } from "./fault.ts";

/** The most levels that arrays and objects may be nested: deeper than any command. */
const depthMax = 64;

/** The value of one line of JSON, or what is wrong with the text. */
export type JsonLine =
  | { readonly json: "Value"; readonly value: unknown }
  | { readonly json: "Faulty"; readonly fault: PlacedFault };

/**
 * Reads one line of JSON more strictly than `JSON.parse`, which hides a member given twice and a
 * number it had to round. Runs through the text once, without recursion.
 */
export const readJsonLine = (text: string): JsonLine => {
  const fault = new Scanner(text).scan();
  return fault === undefined
    ? { json: "Value", value: JSON.parse(text) }
    : { json: "Faulty", fault };
};

/** An object or array that is open: its members so far, and where in it the scan stands. */
type Frame =
  | { readonly open: "object"; readonly names: Set<string>; name: string }
  | { readonly open: "array"; index: number };

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;
const space = /[\t\n\r ]*/y;

class Scanner {
  readonly #text: string;
  readonly #frames: Frame[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The first fault of the text. */
  scan(): PlacedFault | undefined {
    for (;;) {
      const value = this.#startValue();
      if (value === "opened") continue;
      if (value !== "ended") return value;
      const next = this.#endValue();
      if (next === "done") return undefined;
      if (next !== "more") return next;
    }
  }

  /** Reads a whole simple value, or opens an object or array that is not empty. */
  #startValue(): "opened" | "ended" | PlacedFault {
    this.#skip(space);
    const first = this.#text[this.#at];
    if (first === '"') {
      const text = this.#string();
      return typeof text === "string" ? "ended" : text;
    }
    if (first !== "{" && first !== "[") return this.#simple();
    if (this.#frames.length >= depthMax) {
      return this.#fault("TooDeep", { column: this.#at + 1, depthMax });
    }
    this.#at += 1;
    this.#skip(space);
    if (this.#text[this.#at] === (first === "{" ? "}" : "]")) {
      this.#at += 1;
      return "ended";
    }
    if (first === "[") {
      this.#frames.push({ open: "array", index: 0 });
      return "opened";
    }
    this.#frames.push({ open: "object", names: new Set(), name: "" });
    return this.#name() ?? "opened";
  }

  /** Behind a value: on to the next one, or out of what it closes. */
  #endValue(): "more" | "done" | PlacedFault {
    for (;;) {
      this.#skip(space);
      const frame = this.#frames.at(-1);
      const next = this.#text[this.#at];
      if (frame === undefined) return next === undefined ? "done" : this.#notJson();
      if (next === ",") {
        this.#at += 1;
        if (frame.open === "object") return this.#name() ?? "more";
        frame.index += 1;
        return "more";
      }
      if (next !== (frame.open === "object" ? "}" : "]")) return this.#notJson();
      this.#at += 1;
      this.#frames.pop();
    }
  }

  /** Reads the name of a member and its colon. */
  #name(): PlacedFault | undefined {
    const frame = this.#frames.at(-1) as Frame & { open: "object" };
    this.#skip(space);
    const column = this.#at + 1;
    if (this.#text[this.#at] !== '"') return this.#notJson();
    frame.name = "";
    const name = this.#string();
    if (typeof name !== "string") return name;
    frame.name = name;
    if (frame.names.has(name)) return this.#fault("DuplicateField", { column, found: name });
    frame.names.add(name);
    this.#skip(space);
    if (this.#text[this.#at] !== ":") return this.#notJson();
    this.#at += 1;
    return undefined;
  }

  #string(): string | PlacedFault {
    const start = this.#at;
    let escapes = false;
    for (let at = start + 1; ; at += 1) {
      const unit = this.#text.charCodeAt(at);
      // NaN, behind the end, is neither below nor equal to anything.
      if (unit === 0x22) {
        this.#at = at + 1;
        break;
      }
      if (Number.isNaN(unit) || unit < 0x20) {
        this.#at = at;
        return this.#notJson();
      }
      if (unit === 0x5c) {
        escapes = true;
        at += 1;
      }
    }
    const raw = this.#text.slice(start, this.#at);
    let text = raw.slice(1, -1);
    if (escapes) {
      try {
        text = JSON.parse(raw) as string;
      } catch {
        this.#at = start;
        return this.#notJson();
      }
    }
    const facts = { column: start + 1, found: text };
    if (!text.isWellFormed()) return this.#fault("LoneSurrogate", facts);
    return text === text.normalize("NFC") ? text : this.#fault("NotNfc", facts);
  }

  #simple(): "ended" | PlacedFault {
    const start = this.#at;
    this.#skip(word);
    if (this.#at > start) return "ended";
    this.#skip(number);
    if (this.#at === start) return this.#notJson();
    const found = this.#text.slice(start, this.#at);
    return Math.abs(Number(found)) <= Number.MAX_SAFE_INTEGER
      ? "ended"
      : this.#fault("NumberNotExact", { column: start + 1, found });
  }

  #skip(pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    this.#at += pattern.exec(this.#text)?.[0].length ?? 0;
  }

  #notJson(): PlacedFault {
    const column = this.#at + 1;
    if (this.#at < this.#text.length) {
      return this.#fault("NotJson", { column, found: this.#text.slice(this.#at, this.#at + 40) });
    }
    return this.#fault("CutOff", { found: this.#text.slice(-40) });
  }

  /** A fault in the place that the scan has reached. */
  readonly #fault: typeof inputFault = (rule, facts) => {
    const path = this.#frames.map((one) => (one.open === "object" ? one.name : one.index));
    const named = path.at(-1) === "" ? path.slice(0, -1) : path;
    return inputFault(rule, facts, named.length > 0 ? { path: named } : {});
  };
}
