import { Parser } from "htmlparser2";

/** The id of the element that holds the manifest. */
export const manifestId = "tongket";

/** Elements whose words run on in those around them. */
const inline: ReadonlySet<string> = new Set(["data"]);

/** The manifest of a rendered document, and all the words that it shows. */
export const readHtml = (
  bytes: Uint8Array,
): { readonly manifest: string | undefined; readonly text: string } => {
  let manifest: string | undefined;
  let text = "";
  const open: { readonly name: string; readonly id: string | undefined }[] = [];
  const apart = (name: string): void => {
    if (!inline.has(name)) text += "\n";
  };
  const parser = new Parser({
    onopentag: (name, { id }) => {
      open.push({ name, id });
      apart(name);
    },
    ontext: (words) => {
      const last = open.at(-1);
      if (last?.name === "script" && last.id === manifestId) manifest = (manifest ?? "") + words;
      else if (open.some(({ name }) => name === "main")) text += words;
    },
    onclosetag: (name) => {
      open.pop();
      apart(name);
    },
  });
  parser.end(new TextDecoder().decode(bytes));
  return { manifest, text };
};
