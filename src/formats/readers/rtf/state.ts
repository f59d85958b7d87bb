import { endsInLeadByte, labelOfCharset } from './code-pages.ts'

export interface RtfParagraph {
  readonly text: string
  readonly isHeading: boolean
}

/** What applies inside a group, and ends with it. */
export interface RtfGroup {
  /** `skip`: the group holds no text; `fonts`, `info` and `title` are read for themselves. */
  readonly kind: 'text' | 'skip' | 'fonts' | 'info' | 'title'
  /** `null` is the document's default. */
  readonly font: number | null
  /** Characters that follow `\u` for readers without Unicode. */
  readonly fallback: number
  readonly isHidden: boolean
  /** How many text boxes are around. */
  readonly boxes: number
}

/** What has been read of a document. */
export interface RtfState {
  group: RtfGroup
  isHeading: boolean
  /** The next word names a destination that readers may skip (`\*`). */
  isOptional: boolean
  /** Characters to leave out, because `\u` gave them in Unicode. */
  toSkip: number
  page: string
  defaultFont: number | null
  /** How many footnotes and comments were left out. */
  notes: number
  /** How many hidden or deleted passages were left out. */
  hidden: number
  open(): void
  close(): void
  /** Changes what the group holds; inside a group without text, everything is without text. */
  enter(kind: RtfGroup['kind']): void
  /** Begins the text of a box, which follows the paragraph in which the box is anchored. */
  enterBox(): void
  setFont(font: number): void
  setCharset(charset: number): void
  addByte(byte: number): void
  /** Whether the bytes read last need the next character as the second byte of theirs. */
  needsTrailByte(): boolean
  /** Decodes the bytes that were read last. */
  decode(): void
  append(text: string): void
  endParagraph(): void
  finish(): { paragraphs: readonly RtfParagraph[]; title: string }
}

export function createRtfState(): RtfState {
  const paragraphs: RtfParagraph[] = []
  const inBoxes: RtfParagraph[] = []
  const stack: RtfGroup[] = []
  /** Texts of the paragraphs that are open; the last is that of the innermost box. */
  const texts = ['']
  const fonts = new Map<number, string>()
  let fontInTable = -1
  let bytes: number[] = []
  let title = ''

  const label = (): string => {
    const { font } = state.group
    if (font !== null) return fonts.get(font) ?? state.page
    const ofDefault = fonts.get(state.defaultFont ?? -1)
    // many programs write the charset 0 for their default font, whatever the code page is
    return ofDefault === undefined || ofDefault === labelOfCharset(0) ? state.page : ofDefault
  }
  const moveBoxes = () => {
    for (const paragraph of inBoxes) paragraphs.push(paragraph)
    inBoxes.length = 0
  }
  const state: RtfState = {
    group: { kind: 'text', font: null, fallback: 1, isHidden: false, boxes: 0 },
    isHeading: false,
    isOptional: false,
    toSkip: 0,
    page: 'windows-1252',
    defaultFont: null,
    notes: 0,
    hidden: 0,
    open() {
      stack.push(state.group)
    },
    close() {
      const { boxes } = state.group
      const outer = stack.pop() ?? state.group
      if (outer.boxes < boxes) {
        if (texts.at(-1)!.trim() !== '') state.endParagraph()
        texts.pop()
      }
      state.group = outer
    },
    enter(kind) {
      if (state.group.kind !== 'skip') state.group = { ...state.group, kind }
    },
    enterBox() {
      if (state.group.kind !== 'text') return
      state.group = { ...state.group, boxes: state.group.boxes + 1 }
      texts.push('')
    },
    setFont(font) {
      if (state.group.kind === 'fonts') fontInTable = font
      else state.group = { ...state.group, font }
    },
    setCharset(charset) {
      const found = labelOfCharset(charset)
      if (state.group.kind === 'fonts' && found !== undefined) fonts.set(fontInTable, found)
    },
    addByte(byte) {
      if (state.group.kind !== 'skip') bytes.push(byte)
    },
    needsTrailByte: () => bytes.length > 0 && endsInLeadByte(bytes, label()),
    decode() {
      if (bytes.length === 0) return
      const found = new TextDecoder(label()).decode(Uint8Array.from(bytes))
      bytes = []
      state.append(found)
    },
    append(added) {
      const { kind, isHidden } = state.group
      if (kind === 'title') title += added
      else if (kind === 'text' && !isHidden) texts[texts.length - 1] += added
    },
    endParagraph() {
      if (state.group.kind !== 'text') return
      const paragraph = { text: texts.at(-1)!, isHeading: state.isHeading }
      texts[texts.length - 1] = ''
      if (state.group.boxes > 0) inBoxes.push(paragraph)
      else {
        paragraphs.push(paragraph)
        moveBoxes()
      }
    },
    finish() {
      state.decode()
      while (stack.length > 0) state.close()
      for (const text of texts) {
        if (text.trim() !== '') paragraphs.push({ text, isHeading: state.isHeading })
      }
      moveBoxes()
      return { paragraphs, title: title.replace(/\s+/g, ' ').trim() }
    },
  }
  return state
}
