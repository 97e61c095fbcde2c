import { createServer } from "node:net";

/** Speaks as much of the protocol as to be connected to, and tells what it is asked to tell. */
export const startOldServer = async (
  told: object,
): Promise<{ readonly address: string; stop(): Promise<void> }> => {
  const server = createServer((socket) => {
    const info = { server_id: "x", server_name: "x", proto: 1, headers: true, jetstream: true };
    socket.write(`INFO ${JSON.stringify({ ...info, ...told })}\r\n`);
    socket.on("data", (data) => {
      if (data.includes("PING\r\n")) socket.write("PONG\r\n");
    });
    socket.on("error", () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `127.0.0.1:${(server.address() as { port: number }).port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
