import { labelOfPage } from './code-pages.ts'
import type { RtfState } from './state.ts'

type Command = (state: RtfState, value: number | undefined) => void

/** Destinations without text, or with text that is not shown. */
const skipped =
  `colortbl stylesheet pict object objdata header headerl headerr headerf footer footerl footerr footerf
  listtable listoverridetable rsidtbl generator themedata colorschememapping datastore latentstyles xmlnstbl fldinst
  revtbl filetbl nonshppict pntext listtext bkmkstart bkmkend author operator company doccomm keywords subject userprops
  annotation-date atnid atnauthor atndate atnref datafield formfield sp shprslt nonesttables`.split(
    /\s+/,
  )

/** Destinations that readers may skip, and whose text is shown. */
const kept = ['shpinst', 'nesttableprops']

const signs: Readonly<Record<string, string>> = {
  line: '\n',
  tab: '\t',
  cell: '\t',
  nestcell: '\t',
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

const paragraphEnds = ['par', 'sect', 'page', 'row', 'nestrow', '\n']

const skip: Command = (state) => state.enter('skip')
const note: Command = (state) => {
  if (state.group.kind === 'text') state.notes += 1
  state.enter('skip')
}
const hide: Command = (state, value) => {
  const { kind, isHidden } = state.group
  if (value !== 0 && kind === 'text' && !isHidden) state.hidden += 1
  state.group = { ...state.group, isHidden: value !== 0 }
}

/** What the control words and symbols of rich text do. */
export const rtfCommands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ...skipped.map((word) => [word, skip] as const),
  ...kept.map((word) => [word, () => {}] as const),
  ...Object.entries(signs).map(
    ([word, sign]) => [word, (state: RtfState) => state.append(sign)] as const,
  ),
  ...paragraphEnds.map((word) => [word, (state: RtfState) => state.endParagraph()] as const),
  ['footnote', note],
  ['annotation', note],
  ['shptxt', (state) => state.enterBox()],
  ['fonttbl', (state) => state.enter('fonts')],
  ['info', (state) => state.enter('info')],
  ['title', (state) => state.group.kind === 'info' && state.enter('title')],
  ['ansicpg', (state, value) => (state.page = labelOfPage(value ?? 1252))],
  ['mac', (state) => (state.page = 'macintosh')],
  ['deff', (state, value) => (state.defaultFont = value ?? null)],
  ['f', (state, value) => state.setFont(value ?? -1)],
  ['fcharset', (state, value) => state.setCharset(value ?? 1)],
  ['uc', (state, value) => (state.group = { ...state.group, fallback: Math.min(value ?? 1, 16) })],
  [
    'u',
    (state, value = 0) => {
      const code = value < 0 ? value + 65_536 : value
      state.append(code >= 0 && code <= 0xffff ? String.fromCharCode(code) : '\ufffd')
      state.toSkip = state.group.fallback
    },
  ],
  ['v', hide],
  ['deleted', hide],
  ['plain', (state) => (state.group = { ...state.group, isHidden: false, font: null })],
  ['pard', (state) => (state.isHeading = false)],
  ['outlinelevel', (state, value) => (state.isHeading = (value ?? 9) < 9)],
])
