/** Stands for `node:crypto` in a page, which shows hashes that others took and takes none. */
export const hash = (): never => {
  throw new Error("A page takes no hashes");
};
