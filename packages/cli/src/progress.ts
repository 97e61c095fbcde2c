import { say } from "@tongket/core/messages";
import type { SingleBar } from "cli-progress";
import type { Call } from "./call.ts";

const delayMs = 1000;

export type Work = `progress.${"reading" | "indexing" | "recording" | "copying" | "verifying"}`;

/**
 * Shows people at a terminal how far a piece of work has come, when it has taken a second; the bar
 * is gone when the work is done. `log` shows it by its lines, and machines are told nothing.
 */
export class Progress {
  readonly #call: Call;
  readonly #work: Work;
  readonly #total: () => number | Promise<number>;
  readonly #began = performance.now();
  #done = 0;
  #isAskedFor: boolean;
  #isOver = false;
  #bar: SingleBar | undefined;

  constructor(call: Call, work: Work, total: () => number | Promise<number>) {
    const { io, json, command } = call;
    this.#call = call;
    this.#work = work;
    this.#total = total;
    this.#isAskedFor = json || command === "log" || io.stderr.columns === undefined;
  }

  /** So much of the total is done. */
  at(done: number): void {
    this.#done = done;
    this.#bar?.update(done);
    if (this.#isAskedFor || performance.now() - this.#began < delayMs) return;
    this.#isAskedFor = true;
    // Where there is no telling how much there is, none is shown.
    void this.#show().catch(() => {});
  }

  end(): void {
    this.#isOver = true;
    this.#bar?.stop();
  }

  async #show(): Promise<void> {
    const { stderr } = this.#call.io;
    const [total, library] = await Promise.all([this.#total(), import("cli-progress")]);
    if (this.#isOver) return;
    this.#bar = new library.default.SingleBar({
      format: `${say(this.#call.lang, this.#work)} {bar} {percentage}%`,
      barCompleteChar: "█",
      barIncompleteChar: "░",
      clearOnComplete: true,
      // Signals are the program's own to answer.
      gracefulExit: false,
      stream: {
        isTTY: true,
        columns: stderr.columns,
        write: (text: string) => void stderr.write(text),
      } as unknown as NodeJS.WritableStream,
    });
    this.#bar.start(total, this.#done);
  }
}
