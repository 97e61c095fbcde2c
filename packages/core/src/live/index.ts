export { type Hold, inMemoryShelf, type Shelf, ShelfUnreadable } from "../log/shelf.ts";
export { type KeptView, keepView } from "./keep-view.ts";
export { type Answered, ProjectionView } from "./projection-view.ts";
export { AlreadyKept, keepReacting, type Reacting, type Reaction } from "./react.ts";
export {
  type Checkpoint,
  type NewView,
  type Step,
  standsAt,
  type Taking,
  type View,
  type ViewTables,
} from "./view.ts";
