import { comments } from "./comments.ts";
import { committedWords } from "./committed-words.ts";
import { deadFile } from "./dead-file.ts";
import { docLinks } from "./doc-links.ts";
import { docRegions } from "./doc-regions.ts";
import { importCycles } from "./import-cycles.ts";
import { importDirection } from "./import-direction.ts";
import { moduleUse } from "./module-use.ts";
import { pureCore } from "./pure-core.ts";
import { sizes } from "./sizes.ts";
import { sliceShape } from "./slice-shape.ts";
import type { Rule } from "./source-tree.ts";

/** Every rule of the house, by the question it answers. */
export const rules: Readonly<Record<string, Rule>> = {
  "imports go down the layers only": importDirection,
  "no file imports itself by way of others": importCycles,
  "core reads no clock, chance, environment or locale": pureCore,
  "foreign modules are imported where they belong": moduleUse,
  "files, functions and lines stay small": sizes,
  "every file is used": deadFile,
  "links in documents lead somewhere": docLinks,
  "code in documents is quoted from tested files": docRegions,
  "comments are sentences that say why": comments,
  "no word of one machine, and every text in NFC": committedWords,
  "a slice holds the files that every slice has": sliceShape,
};
