import type { FileHandle } from "node:fs/promises";
import type { Head } from "@tongket/core/log";
import { isLocked } from "./file-lock.ts";
import { headerBytesMax, headerIn } from "./header-line.ts";
import { withRegularFile } from "./ledger-file.ts";
import { bytesAt, endOfLines, lineBlocks, newline } from "./line-blocks.ts";
import { type LineFault, recordAfter } from "./record-line.ts";
import { faultsOfStorage } from "./storage-fault.ts";

/** What is wrong with a line; the header's is line 1, and a position stands one line behind it. */
export interface FaultyLine extends LineFault {
  readonly line: number;
}

export type Verification =
  | { readonly verified: "Whole"; readonly commits: number; readonly head: Head }
  /** In the order of lines, a hundred at most. */
  | { readonly verified: "Faulty"; readonly faults: readonly FaultyLine[] };

type KnownHead = Pick<Head, "position" | "hash">;

const faultsMax = 100;

/**
 * Hashes the stored bytes of every line and follows the chain; parses nothing. Names the line of
 * any byte that was changed, added or removed. That whole commits are missing at the end shows
 * only against a head known from elsewhere. The line a living writer is at is not looked at.
 */
export const verifyJsonl = (
  path: string,
  { head }: { readonly head?: KnownHead } = {},
): Promise<Verification> =>
  faultsOfStorage(path, () =>
    withRegularFile(path, async (file) => {
      const reading = new Verifying(file, head);
      if (await reading.header()) await reading.records(path);
      return reading.verdict();
    }),
  );

class Verifying {
  readonly #file: FileHandle;
  readonly #known: KnownHead | undefined;
  readonly #faults: FaultyLine[] = [];
  /** The record before; unknown behind a damaged line, so that one fault is told once. */
  #head: Head | undefined;
  #line = 1;
  #end = 0;

  constructor(file: FileHandle, known: KnownHead | undefined) {
    this.#file = file;
    this.#known = known;
  }

  verdict(): Verification {
    const [head, known] = [this.#head, this.#known];
    if (this.#faults.length > 0 || head === undefined) {
      return { verified: "Faulty", faults: this.#faults };
    }
    if (known !== undefined && known.position > head.position) {
      const facts = { after: known.position, head: head.position };
      const missing = { fault: "PositionBeyondHead", line: head.position + 2, facts } as const;
      return { verified: "Faulty", faults: [missing] };
    }
    return { verified: "Whole", commits: head.position, head };
  }

  /** Whether there is anything to read behind the first line. */
  async header(): Promise<boolean> {
    const bytes = await bytesAt(this.#file, 0, headerBytesMax);
    const found = headerIn(bytes);
    this.#end = bytes.indexOf(newline) + 1;
    if ("fault" in found) {
      this.#faults.push({ ...found, line: 1 });
      return found.fault === "BrokenRecord" && this.#end > 0;
    }
    const { position, hash, recordedAt } = found.mark;
    this.#follow({ position, hash, recordedAt });
    return true;
  }

  async records(path: string): Promise<void> {
    for (;;) {
      const { size } = await this.#file.stat();
      const to = await endOfLines(this.#file, size);
      await this.#lines(to);
      const bytes = size - this.#end;
      if (this.#faults.length >= faultsMax || bytes === 0 || to === size || isLocked(path)) return;
      if ((await this.#file.stat()).size === size) {
        this.#faults.push({ fault: "TornTail", line: this.#line + 1, facts: { bytes } });
        return;
      }
    }
  }

  async #lines(to: number): Promise<void> {
    for await (const { bytes, offset } of lineBlocks(this.#file, this.#end, to)) {
      for (let start = 0; start < bytes.length; start = this.#end - offset) {
        const end = bytes.indexOf(newline, start);
        const found = recordAfter(this.#head, { bytes, start, end });
        this.#line += 1;
        this.#end = end === -1 ? to : offset + end + 1;
        if ("fault" in found) this.#fault(found);
        else this.#follow(found);
        if (this.#faults.length >= faultsMax) return;
      }
    }
  }

  #follow({ position, hash, recordedAt }: Head): void {
    const known = this.#known;
    this.#head = { position, hash, recordedAt };
    if (position !== known?.position || hash === known.hash) return;
    const facts = { expected: known.hash, found: hash };
    this.#faults.push({ fault: "UnequalPrefix", line: this.#line, facts });
  }

  #fault(found: LineFault): void {
    const { fault, facts, tail } = found;
    this.#faults.push({ fault, line: this.#line, facts });
    this.#head = tail;
  }
}
