/** Appends to a ledger without end, and tells of each commit that was acknowledged. */
import { openKept } from "./kept-stores.ts";

const [kind = "", place = "", ledger = "", run = ""] = process.argv.slice(2);
const storage = await openKept(kind, place);
const store = await storage.open(ledger);
for (let number = 1; ; number += 1) {
  const commandId = `${run}-${number}`;
  // Three facts of some size, so that a half of a commit would show.
  const events = [1, 2, 3].map((part) => ({
    type: "Noted",
    version: 1,
    effectiveOn: "2012-01-01",
    tags: ["branch:b1", `part:${part}`],
    data: { part, text: "Chi bộ ".repeat(100) },
  })) as never;
  const draft = { actor: "clerk", commandHash: "0".repeat(64), commandId, events };
  const anyway = { failIfMatch: { items: [] }, after: 0 };
  const result = await store.append(draft, anyway, new Date().toISOString() as never);
  if (result.append === "Appended") process.send?.([commandId, result.stored.commit.position]);
}
