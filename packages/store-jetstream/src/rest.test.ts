import { describe, expect, onTestFinished, test } from "vitest";
import { isMissing, startNats } from "../../../.config/nats-server.ts";
import { anyway, draftOf, headerOf, now } from "../test/drafts.ts";
import { startLossyWay } from "../test/lossy-way.ts";
import { openJetStreamStorage } from "./index.ts";

describe.skipIf(isMissing)("a writer that has always more to write", () => {
  test("lets in one that is farther from the server", async () => {
    const running = await startNats();
    onTestFinished(running.stop);
    const way = await startLossyWay(running.login.servers[0] as string, { lagMs: 2 });
    onTestFinished(way.stop);
    const near = await openJetStreamStorage(running.login);
    const far = await openJetStreamStorage({ ...running.login, servers: way.address });
    const [busy, other] = [await near.create(headerOf("a")), await far.open("a")];
    let isOver = false;
    onTestFinished(() => {
      isOver = true;
    });
    const writing = (async () => {
      for (let number = 1; !isOver; number += 1) {
        await busy.append(draftOf(`near-${number}`), anyway, now);
      }
    })();
    for (const commandId of ["far-1", "far-2", "far-3"]) {
      expect((await other.append(draftOf(commandId), anyway, now)).append).toBe("Appended");
    }
    isOver = true;
    await writing;
    await near.close();
    await far.close();
  });
});
