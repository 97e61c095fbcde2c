import type { PageData } from "./page-data.ts";

/** The data of a page, from what its element holds. NOTE: by what browsers bring themselves. */
export const unpackedData = async (packed: string): Promise<PageData> => {
  const signs = atob(packed);
  // NOTE: a call for each byte would take longer than all else.
  const bytes = new Uint8Array(signs.length);
  for (let at = 0; at < signs.length; at += 1) bytes[at] = signs.charCodeAt(at);
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return (await new Response(inflated).json()) as PageData;
};
