import type { PageData } from "./page-data.ts";

/** The data of a page, from what its element holds. NOTE: by what browsers bring themselves. */
export const unpackedData = async (packed: string): Promise<PageData> => {
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return (await new Response(inflated).json()) as PageData;
};
