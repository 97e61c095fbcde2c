/** Appends so many commits to a ledger, one after another; prints the fault that stops it. */
import { openJsonlLedger } from "../src/index.ts";
import { anyway, draftOf, newYear } from "./sample.ts";

const [path = "", count = "0"] = process.argv.slice(2);
const ledger = await openJsonlLedger(path);
try {
  for (let number = 1; number <= Number(count); number += 1) {
    await ledger.append(draftOf(`command-${number}`), anyway, newYear);
  }
} catch (error) {
  console.log(JSON.stringify(error));
}
