import { rtfCommands } from './commands.ts'
import { createRtfState, type RtfParagraph, type RtfState } from './state.ts'
import { rtfTokens, type RtfToken } from './tokens.ts'

export interface RtfText {
  readonly paragraphs: readonly RtfParagraph[]
  readonly title: string
  /** How many footnotes and comments were left out. */
  readonly notes: number
  /** How many hidden or deleted passages were left out. */
  readonly hidden: number
}

/** The text of a rich text document, by paragraphs. Linear in its length; groups may nest without limit. */
export function textOfRtf(source: string): RtfText {
  const state = createRtfState()
  for (const token of rtfTokens(source)) read(token, state)
  const { paragraphs, title } = state.finish()
  return { paragraphs, title, notes: state.notes, hidden: state.hidden }
}

function read(token: RtfToken, state: RtfState): void {
  if (token.kind === 'byte') {
    if (state.toSkip > 0) state.toSkip -= 1
    else state.addByte(token.byte)
    return
  }
  if (token.kind === 'text') {
    readText(token.text, state)
    return
  }
  if (token.kind === 'symbol' && state.needsTrailByte() && /[\\{}]/.test(token.symbol)) {
    state.addByte(token.symbol.charCodeAt(0))
    return
  }
  state.decode()
  if (token.kind === 'word') run(token.word, token.value, state)
  else if (token.kind === 'symbol') readSymbol(token.symbol, state)
  else {
    state.toSkip = 0
    if (token.kind === 'open') state.open()
    else state.close()
  }
}

function readText(text: string, state: RtfState): void {
  let shown = text.slice(state.toSkip)
  state.toSkip = Math.max(0, state.toSkip - text.length)
  // the second byte of a character may be written as a letter: `\'83e`
  if (shown !== '' && state.needsTrailByte() && shown.charCodeAt(0) < 0x80) {
    state.addByte(shown.charCodeAt(0))
    shown = shown.slice(1)
  }
  state.decode()
  state.append(shown)
}

function readSymbol(symbol: string, state: RtfState): void {
  if (symbol === '*') state.isOptional = true
  else if (state.toSkip > 0) state.toSkip -= 1
  else run(symbol, undefined, state)
}

function run(word: string, value: number | undefined, state: RtfState): void {
  const { isOptional } = state
  state.isOptional = false
  const command = rtfCommands.get(word)
  if (command !== undefined) command(state, value)
  else if (isOptional) state.enter('skip')
}
