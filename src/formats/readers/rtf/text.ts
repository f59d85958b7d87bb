import { labelOfCharset, labelOfPage } from './code-pages.ts'

export interface RtfParagraph {
  readonly text: string
  readonly isHeading: boolean
}

export interface RtfText {
  readonly paragraphs: readonly RtfParagraph[]
  readonly title: string
  /** How many footnotes and comments were left out. */
  readonly notes: number
  /** How many hidden or deleted passages were left out. */
  readonly hidden: number
}

/** What applies inside a group, and ends with it. */
interface Group {
  /** `skip`: the group holds no text; `fonts` and `title` are read for themselves. */
  readonly kind: 'text' | 'skip' | 'fonts' | 'info' | 'title'
  readonly font: number
  /** Characters that follow `\u` for readers without Unicode. */
  readonly fallback: number
  readonly isHidden: boolean
}

const skipped = new Set(
  `colortbl stylesheet pict object objdata header headerl headerr headerf footer footerl footerr footerf listtable
  listoverridetable rsidtbl generator themedata colorschememapping datastore latentstyles xmlnstbl fldinst revtbl
  filetbl nonshppict pntext listtext bkmkstart bkmkend author operator company doccomm keywords subject userprops
  annotation-date atnid atnauthor atndate atnref datafield formfield`.split(/\s+/),
)
const notes = new Set(['footnote', 'annotation'])
const signs: Readonly<Record<string, string>> = {
  line: '\n',
  tab: '\t',
  cell: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  enspace: ' ',
  emspace: ' ',
  '~': ' ',
  _: '-',
  '{': '{',
  '}': '}',
  '\\': '\\',
}
const paragraphEnds = new Set(['par', 'sect', 'page', 'row', '\n'])

const token =
  /\{|\}|\\(?:'([\da-fA-F]{2})|([a-zA-Z]{1,32})(-?\d{1,10})? ?|([^a-zA-Z]))|[^\\{}\n\r]+|[\n\r]+/g

/** The text of a rich text document, by paragraphs. Linear in its length; groups may nest without limit. */
export function textOfRtf(source: string): RtfText {
  const paragraphs: RtfParagraph[] = []
  const fonts = new Map<number, string>()
  const stack: Group[] = []
  let group: Group = { kind: 'text', font: -1, fallback: 1, isHidden: false }
  let page = 'windows-1252'
  let text = ''
  let title = ''
  let isHeading = false
  let isOptional = false
  let toSkip = 0
  let noteCount = 0
  let hidden = 0
  let bytes: number[] = []
  let fontInTable = -1

  const decode = () => {
    if (bytes.length === 0) return
    const label = fonts.get(group.font) ?? page
    const found = new TextDecoder(label).decode(Uint8Array.from(bytes))
    bytes = []
    append(found)
  }
  const append = (added: string) => {
    if (group.kind === 'title') title += added
    else if (group.kind === 'text' && !group.isHidden) text += added
  }
  const endParagraph = () => {
    paragraphs.push({ text, isHeading })
    text = ''
  }
  const enter = (kind: Group['kind']) => {
    // inside a group without text, everything is without text
    if (group.kind !== 'skip') group = { ...group, kind }
  }
  const command = (word: string, value: number | undefined) => {
    const wasOptional = isOptional
    isOptional = false
    if (word === 'fonttbl') enter('fonts')
    else if (word === 'info') enter('info')
    else if (word === 'title' && group.kind === 'info') enter('title')
    else if (notes.has(word)) {
      if (group.kind === 'text') noteCount += 1
      enter('skip')
    } else if (skipped.has(word)) enter('skip')
    else if (word === 'ansicpg') page = labelOfPage(value ?? 1252)
    else if (word === 'mac') page = 'macintosh'
    else if (word === 'f') {
      if (group.kind === 'fonts') fontInTable = value ?? -1
      else group = { ...group, font: value ?? -1 }
    } else if (word === 'fcharset') {
      const label = labelOfCharset(value ?? 1)
      if (group.kind === 'fonts' && label !== undefined) fonts.set(fontInTable, label)
    } else if (word === 'uc') group = { ...group, fallback: Math.min(value ?? 1, 16) }
    else if (word === 'u') {
      const code = (value ?? 0) < 0 ? (value ?? 0) + 65_536 : (value ?? 0)
      append(code <= 0xffff ? String.fromCharCode(code) : '\ufffd')
      toSkip = group.fallback
    } else if (word === 'v' || word === 'deleted') {
      if (value !== 0 && group.kind === 'text' && !group.isHidden) hidden += 1
      group = { ...group, isHidden: value !== 0 }
    } else if (word === 'plain') group = { ...group, isHidden: false }
    else if (word === 'pard') isHeading = false
    else if (word === 'outlinelevel') isHeading = (value ?? 9) < 9
    else if (paragraphEnds.has(word)) {
      if (group.kind === 'text') endParagraph()
    } else if (Object.hasOwn(signs, word)) append(signs[word]!)
    else if (wasOptional) enter('skip')
  }

  token.lastIndex = 0
  for (let found = token.exec(source); found !== null; found = token.exec(source)) {
    const [written, hex, word, value, symbol] = found
    if (hex !== undefined) {
      if (toSkip > 0) toSkip -= 1
      else if (group.kind !== 'skip') bytes.push(Number.parseInt(hex, 16))
      continue
    }
    decode()
    if (written === '{') {
      stack.push(group)
      toSkip = 0
    } else if (written === '}') {
      group = stack.pop() ?? group
      toSkip = 0
    } else if (word === 'bin') token.lastIndex += Math.max(0, Number(value ?? 0))
    else if (word !== undefined) command(word, value === undefined ? undefined : Number(value))
    else if (symbol === '*') isOptional = true
    else if (symbol !== undefined) {
      if (toSkip > 0) toSkip -= 1
      else command(symbol === '\r' ? '\n' : symbol, undefined)
    } else if (!/^[\n\r]/.test(written)) {
      const shown = toSkip > 0 ? written.slice(toSkip) : written
      toSkip = Math.max(0, toSkip - written.length)
      append(shown)
    }
  }
  decode()
  if (text.trim() !== '') endParagraph()
  return { paragraphs, title: title.replace(/\s+/g, ' ').trim(), notes: noteCount, hidden }
}
