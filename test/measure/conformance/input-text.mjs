/**
 * What of a file is text of the transcript, as far as that can be said without its reader: the words that somebody could
 * read or hear. Left out by family: markup (tags, comments, scripts, styles), times, numbers, identifiers without blanks in
 * JSON and XML attributes, and the key words of the format. Archives and bytes are not examined.
 *
 * @param {string} text decoded
 * @param {string} format the id of the format that was used
 * @returns {string[][] | null} the words, in lower case, of each line, text node or JSON string; `null` where the file is
 *   not examined
 */
export function passagesOfInput(text, format) {
  if (notText.has(format)) return null
  const family = familyOf(text, format)
  return family(text)
    .split('\n')
    .map((line) => wordsIn(line).filter((word) => !isIdentifier.test(word)))
    .filter((words) => words.length > 0)
}

/** `f000001` of aeneas, `v1` of lyrics. */
const isIdentifier = /^[a-z]\d+$/

/** The words of a text: letters and the marks inside words. Words of figures are numbers. @param {string} text */
export function wordsIn(text) {
  const plain = text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069]/g, '')
  return Array.from(plain.matchAll(/\p{L}[\p{L}\p{M}\p{N}]*/gu), ([word]) => word.toLowerCase())
}

/** Codes and binary files. */
const notText = new Set('ebu-stl macwhisper scc avid-caption rtf ultrastar mlf ctm'.split(' '))

function familyOf(text, format) {
  const start = text.trimStart()
  if (/^[[{]/.test(start) && !/^\[\d/.test(start) && isJson(start)) return textOfJson
  if (byFormat[format] !== undefined) return byFormat[format]
  if (start.startsWith('<')) return textOfMarkup
  return textOfLines
}

const byFormat = {
  // uncompressed, as the fixtures are
  pdf: (text) =>
    Array.from(text.matchAll(/\(((?:[^()\\]|\\.)*)\) Tj/g), ([, said]) =>
      said.replace(/\\(.)/g, '$1'),
    ).join('\n'),
  ohms: textOfOhms,
  csv: textOfTable,
  markdown: (text) =>
    textOfLines(
      text
        .replace(/^---\n[^]*?\n---\n/, '')
        .replace(/^(?:```|~~~).*$/gm, '')
        .replace(/\]\([^()\s]*(?:\([^()]*\))?[^()\s]*(?:\s"[^"\n]*")?\)/g, '] ')
        .replace(/<br\s?\/?>/gi, '\n')
        .replace(/<(script|style)\b[^]*?<\/\1>|<\/?[a-z][^<>]*>/gi, ' '),
    ),
  // names of tiers are in the first column
  'elan-tab': (text) => textOfLines(text.replace(/^[^\t\n]*\t/gm, '')),
  stm: (text) =>
    textOfLines(
      text.replace(
        /^;;.*$|<[^<>\n]*>|\b(?:inter_segment_gap|ignore_time_segment_in_scoring)\b/gm,
        '',
      ),
    ),
  // `[3.2s]` is a time, `From … to …:` the dialect of chat logs
  'timed-text': (text) =>
    textOfLines(
      text.replace(/\[[\d.s –-]+\]/g, '').replace(/^(\d[\d:]+\s+)From (.*) to (.* :)/gm, '$1$2 $3'),
    ),
  // `%snd: "tape.wav" 0 1200` is the time of a line
  chat: (text) =>
    textOfLines(text.replace(/^\s*(?:[@%]|\*?%snd).*$/gm, '').replace(/%snd:.*$/gm, '')),
  'chapter-list': (text) => textOfLines(text.replace(/^CHAPTER\d+(?:NAME)?=/gim, '')),
  // the sign of who asks, or of a name on a line of its own
  'plain-text': (text) => textOfLines(text.replace(/^\s*(?:BY (?=\p{Lu})|SPEAKER:)/gmu, '')),
  jacosub: (text) =>
    textOfCaptions(text.replace(/^#.*(?:\n.*\\$)?/gm, '').replace(/^(\S+ \S+) \S+ /gm, '$1 ')),
  microdvd: textOfCaptions,
  'spruce-stl': (text) => textOfCaptions(text.replace(/^(?:\$|\/\/).*$|\^[BIU]/gm, '')),
  subviewer: (text) => textOfCaptions(text.replace(/\[[^\]\n]*\](?:[^\S\n]*\S.*)?/g, '')),
  webvtt: textOfWebvtt,
  subrip: (text) => textOfCaptions(withoutTags(withoutTimingLines(text))),
  sbv: withoutTimingLines,
  ass: textOfAss,
  lrc: (text) => textOfLines(text.replace(/\[[a-z#]{1,20}:[^\]\n]*\]/gi, '')),
  textgrid: (text) =>
    Array.from(text.matchAll(/(?:text|mark)\s*=\s*"((?:[^"]|"")*)"/g), ([, said]) => said).join(
      '\n',
    ),
}

/** The transcript of OHMS and its marks; what its record says about the recording is no text of it. */
function textOfOhms(text) {
  const inside = /<(vtt_transcript|transcript)>([^]*?)<\/\1>/g
  return Array.from(text.matchAll(inside), ([, name, said]) => {
    const plain = decoded(said.replace(/<!\[CDATA\[|\]\]>/g, '')).trim()
    if (name === 'vtt_transcript') return textOfWebvtt(plain)
    if (/^no transcript\.?$/i.test(plain)) return ''
    return plain.replace(/^Transcript:|\[\[?footnote\]\]?\d*\[\[?\/footnote\]\]?/g, '')
  }).join('\n')
}

function isJson(text) {
  return /^\{\s*"|^\[\s*[[{"]/.test(text)
}

/** What is said about a recording beside its words, and what a recogniser took for likely only. */
const besideWords = /^(?:title|summary|description|notes|model|prompt|nbest|alternatives|partial)$/i

/**
 * String values with a blank between letters: others are keys, identifiers, and words whose text stands elsewhere. Of
 * alternatives, the first; interim results are replaced by later ones.
 */
function textOfJson(text) {
  const values = []
  const visit = (value, key = '') => {
    if (Array.isArray(value)) {
      for (const each of besideWords.test(key) ? value.slice(0, 1) : value) visit(each)
    } else if (typeof value === 'string') {
      if (/\p{L}\s+\p{L}/u.test(value) && !besideWords.test(key)) values.push(value)
    } else if (value !== null && typeof value === 'object') {
      if (
        [
          value.is_final,
          value.isFinal,
          value.IsPartial === undefined ? undefined : !value.IsPartial,
        ].includes(false)
      )
        return
      for (const [name, each] of Object.entries(value)) visit(each, name)
    }
  }
  for (const value of jsonValues(text)) visit(value)
  return decoded(values.join('\n').replace(/<(script|style)\b[^]*?<\/\1>|<[^<>]*>/g, ' '))
}

/** The values of JSON, of JSON a line, or, where it is damaged, its strings that are no keys. */
function jsonValues(text) {
  const parsed = (each) => {
    try {
      return JSON.parse(each)
    } catch {
      return undefined
    }
  }
  const whole = parsed(text)
  if (whole !== undefined) return [whole]
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parsed)
  if (!lines.includes(undefined)) return lines
  return Array.from(text.matchAll(/"((?:[^"\\]|\\.)*)"(?!\s*:)/g), ([, value]) => value)
}

/** The header of a table names its columns. */
function textOfTable(text) {
  const [first = '', ...rows] = text.replace(/^sep=.*\n/i, '').split('\n')
  const isHeader = /start|begin|time|text|content|end/i.test(first) && !/\d[:.]\d/.test(first)
  const said = isHeader ? rows : [first, ...rows]
  // the type of a row of an aligner
  const isAligned = /^begin,end,label,type\b/i.test(first)
  return textOfLines(said.join('\n').replace(isAligned ? /,(?:words|phones)(?=,|$)/gm : /(?!)/, ''))
}

/** Captions with formatting in braces and after backslashes. */
function textOfCaptions(text) {
  return textOfLines(
    text
      .replace(/\{\\?[a-z]+:?[^{}\n]{0,60}\}|<\/?[a-z][^<>]*>/gi, ' ')
      .replace(/\\[Nnh]|\[br\]|\|/g, ' ')
      .replace(/\\[biu]?/gi, ''),
  )
}

function textOfMarkup(text) {
  const withoutHidden = text
    .replace(/<!--[^]*?-->|<\?[^]*?\?>|<!doctype[^>]*>/gi, ' ')
    .replace(/<!\[CDATA\[([^]*?)\]\]>/g, '$1')
    .replace(
      /<(script|style|head|teiHeader|metadata|template|nav|footer|header)\b[^]*?<\/\1>/gi,
      ' ',
    )
  return decoded(
    decoded(withoutHidden.replace(/\s+/g, ' ').replace(/<[^<>]*>/g, '\n')).replace(
      /<[^<>]*>|<[^<>\n]*$/gm,
      ' ',
    ),
  )
}

function textOfWebvtt(text) {
  const blocks = text
    .split(/\n{2,}/)
    .filter(
      (block) =>
        !/^\uFEFF?(?:NOTE|STYLE|REGION|WEBVTT|X-TIMESTAMP)\b/.test(block) || /-->/.test(block),
    )
  const said = blocks.map((block) =>
    block.replace(/^\{[^]*\}$/m, (json) => (isJson(json) ? textOfJson(json) : json)),
  )
  return withoutTags(withoutTimingLines(said.join('\n\n')))
}

/** Also the line above a timing line, which is the cue’s identifier. */
function withoutTimingLines(text) {
  const isTiming = (line) =>
    /\d\s*[-=–→]+>?\s*\d.*|\d,\d+:\d/.test(line ?? '') && /\d[:.,]\d/.test(line)
  const lines = text.split('\n')
  return lines
    .filter(
      (line, at) =>
        !isTiming(line) && !(isTiming(lines[at + 1]) && (lines[at - 1] ?? '').trim() === ''),
    )
    .join('\n')
}

function withoutTags(text) {
  return decoded(
    text
      .replace(/<v(?:\.[^\s>]*)?\s+([^>]*)>/g, '$1: ')
      .replace(/<br\s?\/?>/gi, ' ')
      .replace(/<\/?[a-z][^<>]*>|\{\\[^}]*\}/gi, ''),
  )
}

function textOfAss(text) {
  const said = Array.from(text.matchAll(/^Dialogue:(?:[^,\n]*,){9}(.*)$/gm), ([, line]) => line)
  return said
    .join('\n')
    .replace(/\{[^}]*\}/g, '')
    .replace(/\\[Nnh]/g, ' ')
}

function textOfLines(text) {
  return decoded(text.replace(/https?:\S+/g, ' ').replace(/<[\d:.]+>/g, ''))
}

const names = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  copy: '©',
  auml: 'ä',
  lrm: '',
  rlm: '',
}

function decoded(text) {
  return text
    .replace(/&#(\d{1,7});/g, (_, code) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&#x([\da-f]{1,6});/gi, (_, code) =>
      String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
    )
    .replace(/&(\w+);/g, (written, name) => names[name] ?? written)
}
