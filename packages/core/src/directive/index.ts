export { directiveCommands, directiveLaw } from "./decide.ts";
export { type DirectiveRefusal, directiveRefusals } from "./rules.ts";
export type { DirectiveState } from "./state.ts";
