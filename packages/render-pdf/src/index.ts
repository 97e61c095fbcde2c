export { readPdf } from "./read-pdf.ts";
export { renderPdf } from "./render-pdf.ts";
