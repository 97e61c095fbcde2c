export { readHtml } from "./read-html.ts";
export { renderHtml } from "./render-html.ts";
