import { langs } from "@tongket/core/messages";
import { enliven } from "./enliven.ts";

const main = document.querySelector("main");
const lang = langs.find((one) => one === document.documentElement.lang);
if (main !== null && lang !== undefined) enliven(main, lang);
