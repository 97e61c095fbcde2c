import { SaxesParser } from "saxes";

/** The parts of a file, as text by their paths. */
export type Parts = { readonly [path: string]: string };

/** What tells the part that holds a manifest from those of others. */
const manifestNamespace = "urn:tongket:manifest";

/** Where custom XML stands in a file. */
export const customXmlPath = /^customXml\/item\d+\.xml$/;

/**
 * The parts of a Word file with a manifest among them, as custom XML: Word and LibreOffice keep
 * that when they save the file, whatever its length.
 */
export const withManifest = (parts: Parts, manifest: string): Parts => ({
  ...parts,
  ...amended(parts, "[Content_Types].xml", `<Override ${attributes(contentType)}/></Types>`),
  ...amended(
    parts,
    "word/_rels/document.xml.rels",
    `${relationship("manifest", "customXml", "../customXml/item1.xml")}</Relationships>`,
  ),
  "customXml/item1.xml": `<manifest xmlns="${manifestNamespace}">${escaped(manifest)}</manifest>`,
  "customXml/itemProps1.xml": `<ds:datastoreItem ${attributes(item)}/>`,
  "customXml/_rels/item1.xml.rels": `<Relationships xmlns="${packageRelationships}">${relationship(
    "properties",
    "customXmlProps",
    "itemProps1.xml",
  )}</Relationships>`,
});

/** A part with something at its end, the tag that closes it too. */
const amended = (parts: Parts, path: string, end: string): Parts => {
  const part = parts[path] ?? "";
  return { [path]: part.slice(0, part.lastIndexOf("</")) + end };
};

const officeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";

const contentType = {
  PartName: "/customXml/itemProps1.xml",
  ContentType: "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
};

const item = {
  // NOTE: any id that no other part of the file has, always the same.
  "ds:itemID": "{746F6E67-6B65-4174-8000-000000000001}",
  "xmlns:ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
};

const relationship = (id: string, type: string, target: string): string => {
  const named = { Id: id, Type: `${officeRelationships}/${type}`, Target: target };
  return `<Relationship ${attributes(named)}/>`;
};

const attributes = (values: { readonly [name: string]: string }): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}="${value}"`)
    .join(" ");

/** JSON as the text of an element; the two letters that no XML holds are written as JSON can. */
const escaped = (json: string): string =>
  json
    .replace(/[\ufffe\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16)}`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");

/** The manifest in a part of custom XML; undefined where the part is another's. */
export const manifestIn = (xml: string): string | undefined => {
  let manifest: string | undefined;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", ({ uri }) => {
    if (uri === manifestNamespace) manifest ??= "";
  });
  parser.on("text", (text) => {
    if (manifest !== undefined) manifest += text;
  });
  parser.write(xml).close();
  return manifest;
};
