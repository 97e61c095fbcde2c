import { createServer } from "node:net";

/** A port of this machine on which nobody listens. */
export const freePort = async (): Promise<number> => {
  const probe = createServer();
  const port = await new Promise<number>((resolve) => {
    probe.listen(0, "127.0.0.1", () => resolve((probe.address() as { port: number }).port));
  });
  await new Promise((resolve) => probe.close(resolve));
  return port;
};
