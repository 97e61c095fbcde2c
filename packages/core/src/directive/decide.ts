import { states } from "../kernel/command.ts";
import type { Law } from "../kernel/law.ts";
import type { RuleContext } from "../rulebook/rulebook.ts";
import {
  DirectiveCarriedIn,
  DirectiveClosed,
  DirectiveIssued,
  DirectiveStudied,
} from "./events.ts";
import { objectionsToDirective } from "./rules.ts";
import { type DirectiveState, evolveDirective, initialDirective } from "./state.ts";

export const directiveLaw: Law<DirectiveState, never, RuleContext> = {
  on: "directive",
  initial: initialDirective,
  evolve: evolveDirective,
  objections: objectionsToDirective,
};

export const directiveCommands = [
  states("IssueDirective", DirectiveIssued),
  states("CarryInDirective", DirectiveCarriedIn),
  states("StudyDirective", DirectiveStudied),
  states("CloseDirective", DirectiveClosed),
] as const;
