import { enliven } from "./enliven.ts";

const main = document.querySelector("main");
if (main !== null) enliven(main, document.documentElement.lang === "en" ? "en" : "vi");
