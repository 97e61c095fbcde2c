export { commandOf, type Desk, given, type Line, openDesk, type Told } from "./given-when-then.ts";
