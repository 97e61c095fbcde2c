/** Texts that something might read as more than letters, with what is to be shown of each. */
export const hostileTexts: readonly (readonly [written: string, shown: string])[] = [
  ["<script>alert(1)</script>", "<script>alert(1)</script>"],
  ["</w:t></w:r><w:r><w:t>x", "</w:t></w:r><w:r><w:t>x"],
  ["=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"],
  ["]]> <![CDATA[ &lt; &#65; <!-- -->", "]]> <![CDATA[ &lt; &#65; <!-- -->"],
  ["#let \\ $x$ *b* _i_ `c`", "#let \\ $x$ *b* _i_ `c`"],
  ["PAGE", "PAGE"],
  ["CURRENT", "CURRENT"],
  ["{ PAGE }", "{ PAGE }"],
  ["{ordered-0} {default-bullet-numbering-0}", "{ordered-0} {default-bullet-numbering-0}"],
  ["\u200fشرق\u200e", "\u200fشرق\u200e"],
  ["a\u0000b\u0007c\u000bd\ufffee", "a\ufffdb\ufffdc\ufffdd\ufffde"],
  ["😀👩‍👩‍👧 e\u0301", "😀👩‍👩‍👧 e\u0301"],
  ["\u2011\u00ad\u00a0\u2028x", "\u2011\u00ad\u00a0\u2028x"],
  ["__proto__", "__proto__"],
  ["x".repeat(10_000), "x".repeat(10_000)],
];
