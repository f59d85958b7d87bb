/** Tokens of the formats that are read: one in the wrong place is what breaks a parser. */
export const tokens =
  `--> 00:00:01,000 99:99:99.999 [00:01.00] <v Ada> </v> <00:01.000> { } [ ] " \\u0000 \\ud800 : , null
  NaN -1 1e999 "__proto__" < </ /> <![CDATA[ ]]> <!-- &#0; &amp &#x110000; xml:id=" <p begin=" ; Q. ADA: [laughter] ♪`
    .split(/\s+/)
    .concat('\n\n', '\r', '\0', '\uFEFF', '\u202E', '\u0301', '😀', '\t', 'PK\x03\x04')
