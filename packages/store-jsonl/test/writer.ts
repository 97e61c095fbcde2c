import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Orders, Told } from "./race-writer.ts";

export type End =
  | { readonly end: "Done" }
  | { readonly end: "Killed"; readonly at: string }
  | { readonly end: "Failed"; readonly why: string };

type Fate = Orders["fate"] | { readonly afterMs: number };

/** A process of the race, as its parent sees it. */
export class Writer {
  readonly ready: Promise<unknown>;
  readonly #child: ChildProcess;
  readonly #gone: Promise<unknown>;

  constructor(path: string, lock: string) {
    const file = fileURLToPath(new URL("race-writer.ts", import.meta.url));
    this.#child = fork(file, [path, lock], {
      execArgv: ["--conditions=source"],
      env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(path), "compiled") },
    });
    this.ready = once(this.#child, "message");
    // What was told before the end is read before the channel is seen to be closed.
    this.#gone = Promise.all([once(this.#child, "exit"), once(this.#child, "disconnect")]);
  }

  readonly kill = (): void => void this.#child.kill("SIGKILL");

  async work(
    ids: readonly string[],
    fate: Fate,
    acknowledge: (id: string, position: number) => void,
  ): Promise<End> {
    await this.ready;
    const own = fate !== undefined && "at" in fate ? fate : undefined;
    const child = this.#child;
    const answered = new Promise<End>((resolve) => {
      const listen = (told: Told): void => {
        if (told.told === "Acknowledged") return acknowledge(told.id, told.position);
        child.off("message", listen);
        resolve(told.told === "Failed" ? { end: "Failed", why: told.why } : { end: "Done" });
      };
      child.on("message", listen);
    });
    child.send({ ids, ...(own === undefined ? {} : { fate: own }) } satisfies Orders);
    const killed = this.#gone.then((): End => ({ end: "Killed", at: own?.at ?? "from outside" }));
    if (fate !== undefined && "afterMs" in fate) {
      setTimeout(this.kill, fate.afterMs);
      return killed;
    }
    return Promise.race([answered, killed]);
  }
}
