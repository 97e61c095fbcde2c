export { readMarkdown } from "./read-markdown.ts";
export { renderMarkdown } from "./render-markdown.ts";
