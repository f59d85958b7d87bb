import { countOf, createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { asNumber } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { createCollapsedText, type CollapsedText } from '../../parsing/words/collapsed-text.ts'
import type { RecognisedWord } from '../../parsing/words/recognised-word.ts'
import { openXml } from '../../parsing/xml/open-xml.ts'
import { attributeOf, descendantsOf, textIn, type XmlElement } from '../../parsing/xml/tree.ts'

/** Reads ReadAlong Studio 1.x: sentences of timed words. Translations beside them are skipped. */
export function readReadalong(source: TranscriptFile): ParsedTranscript {
  const { root, problems } = openXml(source, { roots: ['read-along'], format: 'a ReadAlong' })
  if (root === null) return { segments: [], problems }
  const tally = createTally()
  const [text] = descendantsOf(root, 'text')
  const language = languageTag(attributeOf(text ?? root, 'lang'))
  const segments: ParsedSegment[] = []
  visit(root, { segments, tally })
  return {
    ...(language === undefined ? {} : { language }),
    segments,
    problems: [
      ...problems,
      ...tally.report(
        'text-not-aligned',
        'note',
        ({ count, where }) =>
          `${countOf(count, 'text')} that ${count === 1 ? 'is' : 'are'} not spoken, such as translations${where}, ${count === 1 ? 'is' : 'are'} not shown.`,
      ),
      ...tally.report(
        'time-unreadable',
        'warning',
        ({ count, where }) =>
          `${countOf(count, 'word')} ${count === 1 ? 'has' : 'have'} a time that is not a number${where}; the text is kept.`,
      ),
    ],
  }
}

interface Gathered {
  readonly segments: ParsedSegment[]
  readonly tally: ProblemTally
}

/** Collects sentences, and text outside of sentences in paragraphs and pages. */
function visit(element: XmlElement, gathered: Gathered): void {
  let loose = createCollapsedText()
  const close = () => {
    if (!loose.isBlank) gathered.segments.push(segmentOf(element, loose))
    loose = createCollapsedText()
  }
  for (const child of element.children) {
    if (typeof child === 'string') {
      loose.add(child)
    } else if (isBlock(child)) {
      close()
      if (isLeftOut(child, gathered.tally)) continue
      visit(child, gathered)
    } else if (!isLeftOut(child, gathered.tally)) {
      gather(child, loose, { word: undefined, tally: gathered.tally })
    }
  }
  close()
}

const blocks = new Set([
  'text',
  'body',
  'div',
  'p',
  's',
  'page',
  'head',
  'meta',
  'graphic',
  'front',
  'back',
  'lg',
  'l',
])

function isBlock({ name }: XmlElement): boolean {
  return blocks.has(name)
}

function isLeftOut(element: XmlElement, tally: ProblemTally): boolean {
  const isMarked = attributeOf(element, 'do-not-align')?.toLowerCase() === 'true'
  const isTranslation = /(?:^|[\s_-])translation(?:$|[\s_-])/.test(
    attributeOf(element, 'class') ?? '',
  )
  if (!isMarked && !isTranslation) return false
  if (textIn(element).trim() !== '') tally.count('text-not-aligned', element.line)
  return true
}

function gather(
  element: XmlElement,
  text: CollapsedText,
  { word, tally }: { word: RecognisedWord | undefined; tally: ProblemTally },
): void {
  const own = element.name === 'w' ? heardWord(element, tally) : undefined
  for (const child of element.children) {
    if (typeof child === 'string') text.add(child, own ?? word)
    else if (!isLeftOut(child, tally)) gather(child, text, { word: own ?? word, tally })
  }
}

/** Seconds in `time` and `dur`; web pages have `data-time` and `data-dur`. */
function heardWord(element: XmlElement, tally: ProblemTally): RecognisedWord | undefined {
  const start = asNumber(attributeOf(element, 'time') ?? attributeOf(element, 'data-time'))
  const duration = asNumber(attributeOf(element, 'dur') ?? attributeOf(element, 'data-dur'))
  if (start === null) return undefined
  if (!Number.isFinite(start) || start < 0) {
    tally.count('time-unreadable', element.line)
    return undefined
  }
  // rounded to microseconds, to remove binary rounding errors
  const end = duration !== null && duration > 0 ? Math.round((start + duration) * 1e6) / 1e6 : null
  return { text: textIn(element), start, end, confidence: null, speaker: undefined }
}

function segmentOf(element: XmlElement, collapsed: CollapsedText): ParsedSegment {
  const { text, words } = collapsed.result()
  return {
    text,
    words,
    start: words[0]?.start ?? null,
    end: words.at(-1)?.end ?? null,
    line: element.line,
  }
}
