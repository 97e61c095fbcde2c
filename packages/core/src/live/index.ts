export { type KeptView, keepView } from "./keep-view.ts";
export { type Answered, ProjectionView } from "./projection-view.ts";
export { keepReacting, type Reacting, type Reaction } from "./react.ts";
export { inMemoryShelf, type Shelf } from "./shelf.ts";
export type { Checkpoint, Filling, NewView, View } from "./view.ts";
