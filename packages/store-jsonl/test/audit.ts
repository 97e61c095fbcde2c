import { createHash } from "node:crypto";

/** What became of acknowledged commits. */
export interface Audit {
  readonly commits: number;
  /** Acknowledged, and not at the position that was told. */
  readonly lost: readonly string[];
  /** Command ids that stand more than once. */
  readonly doubled: readonly string[];
  /** Lines that are not true of their hash, or do not follow the line before. */
  readonly broken: readonly number[];
  /** Commits whose condition does not hold where they stand. */
  readonly interleaved: readonly string[];
  /** Whether bytes of whole lines have changed since the last look. */
  readonly rewritten: boolean;
  /** Bytes behind the last newline. */
  readonly torn: number;
}

interface Written {
  readonly commandId: string;
  readonly position: number;
  readonly prev: string;
  readonly hash: string;
  readonly events: readonly {
    readonly tags: readonly string[];
    readonly data: { after: number };
  }[];
}

/** Reads a ledger without any code of the store, and goes on where it was at the last look. */
export class Auditor {
  readonly #positions = new Map<string, number>();
  readonly #found = {
    doubled: [] as string[],
    broken: [] as number[],
    interleaved: [] as string[],
    rewritten: false,
  };
  #read: Buffer = Buffer.alloc(0);
  #line = 0;
  #hash = "";
  #shared = 0;

  look(bytes: Buffer, acknowledged: ReadonlyMap<string, number>): Audit {
    const whole = bytes.subarray(0, bytes.lastIndexOf("\n") + 1);
    const before = this.#read.length;
    this.#found.rewritten ||= !whole.subarray(0, before).equals(this.#read);
    for (const text of whole.toString("utf8", before).split("\n").slice(0, -1)) this.#take(text);
    this.#read = whole;
    const lost = [...acknowledged].filter(([id, position]) => this.#positions.get(id) !== position);
    return {
      ...this.#found,
      commits: this.#positions.size,
      lost: lost.map(([id]) => id),
      torn: bytes.length - whole.length,
    };
  }

  #take(text: string): void {
    const record = parsed(text);
    const body = text.replace(/,"hash":"[0-9a-f]{64}"\}$/, "}");
    const isTrue = createHash("sha256").update(body).digest("hex") === record?.hash;
    const isFirst = this.#line === 0;
    const follows = record?.prev === this.#hash && record.position === this.#line;
    if (!isTrue || !(isFirst || follows)) this.#found.broken.push(this.#line + 1);
    this.#hash = record?.hash ?? "";
    if (record !== undefined && !isFirst) this.#place(record);
    this.#line += 1;
  }

  #place({ commandId, events: [event] }: Written): void {
    if (this.#positions.has(commandId)) this.#found.doubled.push(commandId);
    this.#positions.set(commandId, this.#line);
    if (event?.tags.includes("year:2012") !== true) return;
    if (event.data.after < this.#shared) this.#found.interleaved.push(commandId);
    this.#shared = this.#line;
  }
}

const parsed = (text: string): Written | undefined => {
  try {
    return JSON.parse(text) as Written;
  } catch {
    return undefined;
  }
};
