import type { ParsedSegment } from '../parsed-transcript.ts'
import { extendedCharacter, specialCharacter, standardCharacter } from './characters.ts'
import { createScreen, type Screen } from './screen.ts'

/** A pair of bytes of CEA-608, and when it is sent. */
export interface BytePair {
  /** Seconds. */
  readonly time: number
  /** Two bytes, perhaps with parity bits. */
  readonly bytes: readonly [number, number]
  /** 1-based line of the file. */
  readonly line: number
}

type Mode = 'pop-on' | 'paint-on' | 'roll-up' | 'text'

/** Second bytes of the control codes (ANSI/CTA-608-E, table 52), by their names there. */
const resumeCaptionLoading = 0x20
const backspace = 0x21
const deleteToEndOfRow = 0x24
const rollUpTwoRows = 0x25
const rollUpFourRows = 0x27
const resumeDirectCaptioning = 0x29
const textRestart = 0x2a
const resumeTextDisplay = 0x2b
const eraseDisplayedMemory = 0x2c
const carriageReturn = 0x2d
const eraseNonDisplayedMemory = 0x2e
const endOfCaption = 0x2f

/** First byte of the pair that ends extended data (XDS); lower ones begin or continue them. */
const endOfExtendedData = 0x0f

export interface DecodedCaptions {
  readonly segments: ParsedSegment[]
  /** How many captions the other channel has. */
  readonly other: number
  /** How many characters are not of captions: of the text service, and of data about the programme. */
  readonly beside: number
}

/**
 * Decodes closed captions (ANSI/CTA-608-E): pop-on captions last from their display until they are erased, each row of
 * roll-up captions until the next row. Of the two channels, the one with more text is returned.
 */
export function decodeCaptions(pairs: readonly BytePair[]): DecodedCaptions {
  const channels = [createDecoder(), createDecoder()] as const
  let current = 0
  let isExtendedData = false
  let dataLength = 0
  let last: readonly [number, number] | null = null
  for (const { time, bytes, line } of pairs) {
    const first = bytes[0] & 0x7f
    const second = bytes[1] & 0x7f
    if (first >= 0x10 && first <= 0x1f) {
      // a control code is sent twice, and counts once
      const isRepeated: boolean = last !== null && last[0] === first && last[1] === second
      last = isRepeated ? null : [first, second]
      isExtendedData = false
      if (isRepeated) continue
      current = first & 0x08 ? 1 : 0
      channels[current]!.control(first & 0x17, second, { time, line })
      continue
    }
    if (first !== 0 || second !== 0) last = null
    if (first > 0 && first < 0x10) {
      // the second byte is a type or a checksum
      isExtendedData = first !== endOfExtendedData
      continue
    }
    for (const code of [first, second]) {
      if (code < 0x20) continue
      if (isExtendedData) dataLength += 1
      else channels[current]!.character(standardCharacter(code), { time, line })
    }
  }
  const [one, two] = [channels[0].finish(), channels[1].finish()]
  const beside = dataLength + one.textLength + two.textLength
  return lettersIn(two.segments) > lettersIn(one.segments)
    ? { segments: two.segments, other: one.segments.length, beside }
    : { segments: one.segments, other: two.segments.length, beside }
}

function lettersIn(segments: readonly ParsedSegment[]): number {
  return segments.reduce((sum, { text }) => sum + text.length, 0)
}

interface Place {
  readonly time: number
  readonly line: number
}

/** A decoder of one channel. */
function createDecoder() {
  const segments: ParsedSegment[] = []
  let shown = createScreen()
  let hidden = createScreen()
  let mode: Mode = 'pop-on'
  let height = 2
  let begun: Place | null = null
  /** Of the text service, which is not shown. */
  let textLength = 0
  const textService = createScreen()

  const screen = (): Screen => (mode === 'text' ? textService : mode === 'pop-on' ? hidden : shown)
  /** Ends what is shown: the whole screen, or the last row of roll-up captions. */
  const end = (time: number) => {
    const text = mode === 'roll-up' ? shown.rowText(shown.row) : shown.text()
    if (begun !== null && text !== '') {
      segments.push({ text, start: begun.time, end: time, line: begun.line })
    }
    begun = null
  }
  const character = (sign: string, place: Place) => {
    if (mode === 'text') {
      if (sign.trim() !== '') textLength += 1
      return
    }
    screen().write(sign)
    if (mode !== 'pop-on' && sign.trim() !== '') begun ??= place
  }
  const setMode = (next: Mode, place: Place) => {
    const isRollUp = next === 'roll-up'
    if (isRollUp !== (mode === 'roll-up') && mode !== 'text') {
      if (isRollUp || mode === 'roll-up') {
        end(place.time)
        if (next !== 'pop-on') shown.clear()
      }
    }
    mode = next
  }

  const commands: Readonly<Record<number, (place: Place) => void>> = {
    [resumeCaptionLoading]: (place) => setMode('pop-on', place),
    [backspace]: () => screen().erase(),
    [deleteToEndOfRow]: () => screen().eraseToEnd(),
    [resumeDirectCaptioning]: (place) => {
      // a paint-on caption begins, perhaps while the one before is shown
      if (begun !== null) {
        end(place.time)
        shown.clear()
      }
      setMode('paint-on', place)
    },
    [textRestart]: (place) => setMode('text', place),
    [resumeTextDisplay]: (place) => setMode('text', place),
    [eraseDisplayedMemory]: ({ time }) => {
      end(time)
      shown.clear()
    },
    [carriageReturn]: ({ time }) => {
      if (mode !== 'roll-up') return
      end(time)
      shown.roll(height)
    },
    [eraseNonDisplayedMemory]: () => hidden.clear(),
    [endOfCaption]: (place) => {
      end(place.time)
      mode = 'pop-on'
      const before = shown
      shown = hidden
      hidden = before
      hidden.clear()
      if (shown.text() !== '') begun = place
    },
  }

  const control = (first: number, second: number, place: Place) => {
    if (second >= 0x40) {
      const row = rowOf(first, second)
      const target = screen()
      if (mode === 'roll-up') {
        if (row !== target.row) target.moveBase(row)
      } else target.row = row
      target.column = second & 0x10 ? ((second & 0x0e) >> 1) * 4 : 0
    } else if (first === 0x11 && second >= 0x30) character(specialCharacter(second), place)
    else if (first === 0x11 && second >= 0x20) character(' ', place)
    else if ((first === 0x12 || first === 0x13) && second >= 0x20) {
      screen().erase()
      character(extendedCharacter(first, second), place)
    } else if (first === 0x17 && second >= 0x21 && second <= 0x23) {
      screen().column += second - 0x20
    } else if (first === 0x14 || first === 0x15) {
      if (second >= rollUpTwoRows && second <= rollUpFourRows) {
        height = second - rollUpTwoRows + 2
        setMode('roll-up', place)
      } else commands[second]?.(place)
    }
  }

  return {
    control,
    character,
    finish(): { segments: ParsedSegment[]; textLength: number } {
      const text = mode === 'roll-up' ? shown.rowText(shown.row) : shown.text()
      if (begun !== null && text !== '') {
        segments.push({ text, start: begun.time, end: null, line: begun.line })
      }
      return { segments, textLength }
    },
  }
}

const rowPairs: Readonly<Record<number, readonly [number, number]>> = {
  0x10: [11, 11],
  0x11: [1, 2],
  0x12: [3, 4],
  0x13: [12, 13],
  0x14: [14, 15],
  0x15: [5, 6],
  0x16: [7, 8],
  0x17: [9, 10],
}

function rowOf(first: number, second: number): number {
  return rowPairs[first]?.[second & 0x20 ? 1 : 0] ?? 15
}
