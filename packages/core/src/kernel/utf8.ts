/** How many bytes a text has in UTF-8. */
export const utf8Length = (text: string): number => {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f)
      bytes += unit > 0x7ff && (unit & 0xfc00) !== 0xd800 && (unit & 0xfc00) !== 0xdc00 ? 2 : 1;
  }
  return bytes;
};
