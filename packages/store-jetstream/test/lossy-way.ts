import { createServer, connect as dial, type Socket } from "node:net";

/** Stands between a client and its server, holds up what goes by and loses what it is told to. */
export interface LossyWay {
  readonly address: string;
  /**
   * Lets the next bytes that hold these words be lost, or the answer to them, and the connection
   * breaks. `isGone`: the server cannot be reached again either, until `restore`.
   */
  lose(words: string, what: "request" | "answer", isGone?: boolean): void;
  restore(): void;
  /** How often something was lost. */
  lost(): number;
  stop(): Promise<void>;
}

export const startLossyWay = async (server: string, { lagMs = 0 } = {}): Promise<LossyWay> => {
  const [host = "", port = ""] = server.split(":");
  const send = (to: Socket, data: Buffer): void => {
    if (lagMs === 0) to.write(data);
    else setTimeout(() => to.write(data), lagMs);
  };
  const open = new Set<Socket>();
  let next: { words: string; what: "request" | "answer"; isGone: boolean } | undefined;
  let [isGone, lost] = [false, 0];
  const proxy = createServer((client) => {
    if (isGone) {
      client.destroy();
      return;
    }
    const behind = dial(Number(port), host);
    let isDeaf = false;
    const end = () => {
      client.destroy();
      behind.destroy();
    };
    for (const socket of [client, behind]) {
      open.add(socket);
      socket.on("error", end).on("close", () => {
        open.delete(socket);
        end();
      });
    }
    behind.on("data", (data) => {
      if (!isDeaf) send(client, data);
    });
    client.on("data", (data) => {
      if (next === undefined || !data.includes(next.words)) {
        send(behind, data);
        return;
      }
      isDeaf = true;
      lost += 1;
      isGone = next.isGone;
      if (next.what === "answer") send(behind, data);
      next = undefined;
      setTimeout(end, 50);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  return {
    address: `127.0.0.1:${(proxy.address() as { port: number }).port}`,
    lose: (words, what, gone = false) => {
      next = { words, what, isGone: gone };
    },
    restore: () => {
      isGone = false;
    },
    lost: () => lost,
    stop: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
};
