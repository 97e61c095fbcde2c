import { isUtf8 } from "node:buffer";
import type { FileHandle } from "node:fs/promises";
import {
  ChainCheck,
  type ChainVerdict,
  type Head,
  type RecordFault,
  type VerifyOptions,
} from "@tongket/core/log";
import { soundLines } from "@tongket/core/sound-lines";
import { isLocked } from "./file-lock.ts";
import { headerBytesMax, headerIn } from "./header-line.ts";
import { withRegularFile } from "./ledger-file.ts";
import { bytesNow, endOfLines, lineBlocks, newline } from "./line-blocks.ts";
import { recordAfter } from "./record-line.ts";
import { faultsOfStorage } from "./storage-fault.ts";
import { tailAfter } from "./tail-after.ts";

/**
 * Hashes the stored bytes of every line and follows the chain; parses nothing. Names the position
 * of any byte that was changed, added or removed: its line, where the header's is line 0. That
 * whole commits are missing at the end shows only against a head known from elsewhere. The line a
 * living writer is at is not looked at.
 */
export const verifyJsonl = (path: string, options: VerifyOptions = {}): Promise<ChainVerdict> =>
  faultsOfStorage(path, () =>
    withRegularFile(path, async (file) => {
      const reading = new Verifying(file, options);
      if (await reading.header()) await reading.records(path);
      return reading.verdict();
    }),
  );

class Verifying {
  readonly #file: FileHandle;
  readonly #check: ChainCheck;
  readonly #options: VerifyOptions;
  #position = 0;
  #end = 0;

  constructor(file: FileHandle, options: VerifyOptions) {
    this.#file = file;
    this.#options = options;
    this.#check = new ChainCheck(options.head === undefined ? [] : [options.head]);
  }

  verdict(): ChainVerdict {
    return this.#check.verdict();
  }

  /** Whether there is anything to read behind the first line. */
  async header(): Promise<boolean> {
    const bytes = bytesNow(this.#file.fd, 0, headerBytesMax);
    const found = headerIn(bytes);
    this.#end = bytes.indexOf(newline) + 1;
    this.#take("fault" in found ? found : found.mark);
    return !("fault" in found) || (found.fault === "BrokenRecord" && this.#end > 0);
  }

  async records(path: string): Promise<void> {
    for (;;) {
      const { size } = await this.#file.stat();
      const to = endOfLines(this.#file.fd, size);
      await this.#lines(to);
      const from = this.#end;
      if (this.#check.isFull || from >= size || to === size || isLocked(path)) return;
      if ((await this.#file.stat()).size === size) {
        this.#position += 1;
        const { head } = this.#check;
        const tail = head && (await tailAfter(head, { file: this.#file, from, to: size }));
        this.#take({ fault: "TornTail", facts: { bytes: size - from, ...tail } });
        return;
      }
    }
  }

  /** Goes past the first lines, if they are sound. */
  #takeSound(lines: Uint8Array): boolean {
    const { head } = this.#check;
    if (head === undefined) return false;
    const sound = soundLines(lines, head, this.#check.knownBehind(head.position));
    if (sound.count === 0) return false;
    this.#position += sound.count;
    this.#end += sound.end;
    this.#check.takeSound(sound.head);
    return true;
  }

  async #lines(to: number): Promise<void> {
    for await (const { bytes, offset } of lineBlocks(this.#file, this.#end, to)) {
      this.#options.signal?.throwIfAborted();
      this.#options.at?.(this.#position);
      const isText = isUtf8(bytes);
      for (let start = 0; start < bytes.length; start = this.#end - offset) {
        if (isText && this.#takeSound(bytes.subarray(start))) continue;
        const end = bytes.indexOf(newline, start);
        const found = recordAfter(this.#check.head, { bytes, start, end, isUtf8: isText });
        this.#position += 1;
        this.#end = end === -1 ? to : offset + end + 1;
        this.#take(found);
        if (this.#check.isFull) return;
      }
    }
  }

  #take(found: Head | RecordFault): void {
    this.#check.take(this.#position, found);
  }
}
