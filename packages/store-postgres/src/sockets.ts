import { Socket } from "node:net";

/**
 * The sockets of a pool. Where logging in fails on this side, as for want of a password, the driver
 * forgets its connection but leaves it open, and the server takes a minute to end it.
 */
export class Sockets {
  readonly #open = new Set<Socket>();

  opened(): Socket {
    const socket = new Socket();
    this.#open.add(socket);
    return socket.once("close", () => this.#open.delete(socket));
  }

  /** Ends what the pool, once it has ended, left open. */
  destroy(): void {
    for (const socket of this.#open) socket.destroy();
  }
}
