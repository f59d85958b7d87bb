import { countOf, createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { hasClass, isBlock } from '../../parsing/html/blocks.ts'
import { parseHtml } from '../../parsing/html/parse-html.ts'
import { tooDeep } from '../../parsing/html/too-deep.ts'
import { asNumber } from '../../parsing/json/values.ts'
import { createCollapsedText, type CollapsedText } from '../../parsing/words/collapsed-text.ts'
import type { RecognisedWord } from '../../parsing/words/recognised-word.ts'
import { attributeOf, textIn, type XmlElement } from '../../parsing/xml/tree.ts'

/**
 * Reads Hyperaudio's pages: words with `data-m` (start) and `data-d` (duration) in milliseconds; `class="speaker"`
 * marks names.
 */
export function readHyperaudioHtml({ text, name }: TranscriptFile): ParsedTranscript {
  const { root, isWhole } = parseHtml(text)
  const tally = createTally()
  const segments: ParsedSegment[] = []
  let speaker: string | undefined
  let open: CollapsedText = createCollapsedText()
  let hasWords = false
  let line = 1
  const close = () => {
    if (hasWords) {
      const { text: spoken, words } = open.result()
      segments.push({
        text: spoken,
        words,
        start: words[0]?.start ?? null,
        end: words.at(-1)?.end ?? null,
        line,
        ...(speaker === undefined ? {} : { speaker }),
      })
    } else if (!open.isBlank) tally.count('text-untimed', line)
    open = createCollapsedText()
    hasWords = false
  }
  const visit = (element: XmlElement, around: RecognisedWord | undefined) => {
    if (isBlock(element)) {
      close()
      line = element.line
    }
    if (hasClass(element, 'speaker')) {
      close()
      speaker = nameIn(element) ?? speaker
      return
    }
    const word = heardWord(element, tally) ?? around
    if (word !== undefined) hasWords = true
    for (const child of element.children) {
      if (typeof child === 'string') open.add(child, word)
      else if (child.name === 'br') open.breakLine()
      else visit(child, word)
    }
    if (isBlock(element)) close()
  }
  visit(root, undefined)
  close()
  return {
    segments,
    problems: [
      ...(isWhole ? [] : [tooDeep(name)]),
      ...tally.report(
        'time-unreadable',
        'warning',
        ({ count, where }) =>
          `${countOf(count, 'word')} ${count === 1 ? 'has' : 'have'} a time that is not a number${where}; the text is kept.`,
      ),
      ...tally.report(
        'text-untimed',
        'note',
        ({ count, where }) =>
          `${countOf(count, 'piece')} of text around the transcript${where} ${count === 1 ? 'has' : 'have'} no times and ${count === 1 ? 'is' : 'are'} not shown.`,
      ),
    ],
  }
}

function heardWord(element: XmlElement, tally: ProblemTally): RecognisedWord | undefined {
  const start = asNumber(attributeOf(element, 'data-m'))
  if (start === null) return undefined
  if (!Number.isFinite(start) || start < 0) {
    tally.count('time-unreadable', element.line)
    return undefined
  }
  const duration = asNumber(attributeOf(element, 'data-d'))
  const end = duration !== null && duration > 0 ? (start + duration) / 1000 : null
  return { text: textIn(element), start: start / 1000, end, confidence: null, speaker: undefined }
}

/** The name in `[Ada] `, `Ada: ` and the like. */
function nameIn(element: XmlElement): string | undefined {
  const name = textIn(element)
    .trim()
    .replace(/^\[/, '')
    .replace(/[\]:]+$/, '')
    .trim()
  return name === '' ? undefined : name
}
