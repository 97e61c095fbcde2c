import { inputFault } from "./fault.ts";
import type { Io } from "./io.ts";
import { langOf } from "./lang.ts";
import { faultLine } from "./speaking.ts";

const least = [22, 18] as const;

/** What to say on a Node that cannot run this program; undefined on one that can. */
export const nodeTooOldText = (node: string, env: Io["env"]): string | undefined => {
  const [major = 0, minor = 0] = node.split(".").map(Number);
  const isNewEnough = major > least[0] || (major === least[0] && minor >= least[1]);
  if (isNewEnough) return undefined;
  const fault = inputFault("NodeTooOld", { node, least: least.join(".") });
  return `${faultLine(langOf([], env), fault)}\n`;
};
