export { readDocx, type WordFile } from "./read-docx.ts";
export { renderDocx } from "./render-docx.ts";
