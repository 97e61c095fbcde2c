export { readHtml } from "./read-html.ts";
export { type Explored, renderExplorable, renderHtml } from "./render-html.ts";
