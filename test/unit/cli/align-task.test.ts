import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { alignTask } from '#cli/align-task.ts'
import type { Recogniser } from '#alignment/recogniser/recogniser.ts'
import type { Assignment } from '#cli/task.ts'
import type {
  AlignmentOrder,
  AlignmentOutcome,
  AlignmentStep,
} from '#alignment/alignment-result.ts'
import type { Aligner } from '#alignment/aligner.ts'
import { waveOf } from './demo-excerpt.ts'
import { folderWith } from './folders.ts'

const german = 'WEBVTT\nLanguage: de\n\n00:01.000 --> 00:01.500\nHm.\n'
const french =
  'Il y a une ville que je ne connais pas, et dont on ne parle plus. Elle est loin de la mer, mais nous y sommes.'
const twoSeconds = waveOf(Array.from<number>({ length: 16_000 }).fill(0.1), 8000)

/** A fake aligner: puts each line that is heard on a second of its own. */
function alignerThatEnds(
  outcome: AlignmentOutcome,
  {
    notHeard,
    orders,
    wordByWord,
  }: { notHeard: readonly number[]; orders: AlignmentOrder[]; wordByWord: boolean },
): Aligner {
  return {
    // eslint-disable-next-line require-yield
    async *align(order): AsyncGenerator<AlignmentStep, AlignmentOutcome, void> {
      orders.push(order)
      if (outcome.kind === 'refused') return outcome
      // A line that is looked for again is not heard again.
      if (order.range) return { kind: 'refused', why: 'not-together' }
      for (const [line, { text }] of order.script.lines.entries()) {
        const place = { line, from: 0, to: text.length }
        const isHeard = !notHeard.includes(line)
        const word = { ...place, start: line, end: line + 0.5, confidence: 0.9 }
        const each = [...text.matchAll(/\S+/g)].map(({ 0: { length }, index }, at) => {
          const [start, end] = [line + at / 3, line + (at + 0.9) / 3]
          return { ...word, from: index, to: index + length, start, end }
        })
        const words = isHeard ? (wordByWord ? each : [word]) : []
        const issues = isHeard ? [] : [{ ...place, reason: 'not-heard' as const }]
        yield { heardUntil: line + 1, decidedLines: line + 1, words, issues }
      }
      return outcome
    },
  }
}
/** A fake recogniser; the real model has 36 MB. */
const recogniserThatHears = (text: string): Recogniser => ({
  transcribe: () => Promise.resolve(text),
  dispose: () => Promise.resolve(),
})

const aligned: AlignmentOutcome = {
  kind: 'aligned',
  method: 'heard',
  tally: { sure: 2, unsure: 1, notHeard: 0 },
}

interface Given {
  readonly text?: string
  readonly name?: string
  readonly outcome?: AlignmentOutcome
  /** One for each language that is tried. */
  readonly outcomes?: readonly AlignmentOutcome[]
  /** The aligner times each word, instead of whole lines. */
  readonly wordByWord?: boolean
  readonly order?: Partial<Assignment>
  /** Lines of the text. */
  readonly notHeard?: readonly number[]
  /** The text that the recogniser returns. */
  readonly heard?: string
}

async function timeInFolder({
  text = 'One.\n\nTwo.',
  name = 't.txt',
  outcome,
  outcomes = [],
  wordByWord = false,
  order,
  notHeard = [],
  heard = '',
}: Given) {
  const folder = folderWith({ 't.wav': twoSeconds, [name]: text })
  const languages: string[] = []
  const progress: number[] = []
  const orders: AlignmentOrder[] = []
  const assignment: Assignment = {
    sound: join(folder, 't.wav'),
    text: join(folder, name),
    out: join(folder, 't.aligned.vtt'),
    isNamedHere: true,
    format: 'webvtt',
    language: null,
    decoder: 'own',
    again: false,
    ...order,
  }
  const report = await alignTask(assignment, {
    async alignerFor(language) {
      languages.push(language)
      const ending = outcomes[languages.length - 1] ?? outcome ?? aligned
      return alignerThatEnds(ending, { notHeard, orders, wordByWord })
    },
    recogniser: () => Promise.resolve(recogniserThatHears(heard)),
    onProgress: (done) => progress.push(done),
  })
  const written = existsSync(assignment.out) ? readFileSync(assignment.out, 'utf8') : null
  return { report, written, languages, progress, orders }
}

describe('one recording and its text', () => {
  test('become a file with times, and a report of what was found', async () => {
    const { report, written, progress } = await timeInFolder({})
    expect(report).toMatchObject({
      status: 'aligned',
      method: 'heard',
      words: 3,
      sure: 2,
      unsure: 1,
      notHeard: 0,
      soundSeconds: 2,
      why: null,
    })
    expect(written).toMatch(
      /00:00:00\.000 --> 00:00:00\.500\n.*One\.\n\n00:00:01\.000 --> .*\n.*Two\./,
    )
    expect(progress).toEqual([0.5, 1])
  })

  test.each([
    ['what is said', { order: { language: 'fr' } }, 'fr'],
    ['what the file says', { name: 't.vtt', text: german, order: { again: true } }, 'de'],
    ['the guessed language', { text: french }, 'fr'],
    ['English, where nothing tells', { text: 'Hm.' }, 'en'],
  ])('are in %s', async (_, given, language) => {
    const { report, languages } = await timeInFolder(given)
    expect(languages).toEqual([language])
    expect(report.language).toBe(language)
  })

  test('are estimated in a language without a model, and that is said', async () => {
    const polish =
      'Ten skarb był nam tylko ciężarem. Czy ty już wiesz, dokąd to nas zabiera? Nie, ale tak jest lepiej.'
    const estimated: AlignmentOutcome = { ...aligned, method: 'estimated' }
    const { report, languages } = await timeInFolder({ text: polish, outcome: estimated })
    expect(languages).toEqual(['pl'])
    expect(report).toMatchObject({ status: 'aligned', method: 'estimated', language: 'pl' })
    expect(report.notes.join()).toMatch(/in Polish\. There is no speech model .* estimated/)
  })

  test.each([
    ['nothing-to-say', /t\.txt contains no spoken words/],
    ['no-speech', /No speech was found in t\.wav/],
    ['not-together', /t\.txt and t\.wav may not belong together.*--language \(en was assumed\)/],
  ] as const)('are refused (%s) with a sentence, and nothing is written', async (why, sentence) => {
    const { report, written } = await timeInFolder({ outcome: { kind: 'refused', why } })
    expect(report).toMatchObject({ status: 'refused', sure: null })
    expect(report.why).toMatch(sentence)
    expect(written).toBeNull()
  })

  const timed = 'WEBVTT\n\n00:01.000 --> 00:01.500\nOne.\n\n00:01.500 --> 00:02.000\nTwo.\n'

  test('are left alone where the text has times', async () => {
    const { report, written } = await timeInFolder({ name: 't.vtt', text: timed })
    expect(report).toMatchObject({ status: 'skipped', why: expect.stringContaining('--again') })
    expect(written).toBeNull()
  })

  test('are estimated, with a warning, where another language’s model finds hardly a word', async () => {
    const spanish =
      'Esta noche hablamos de una ciudad y de los vecinos que no la dejaron desaparecer, pero como más.'
    const { report, languages } = await timeInFolder({
      text: spanish,
      outcomes: [
        { kind: 'refused', why: 'not-together' },
        { ...aligned, method: 'estimated' },
      ],
    })
    expect(languages).toEqual(['es', 'und'])
    expect(report).toMatchObject({ status: 'aligned', method: 'estimated', language: 'es' })
    expect(report.notes.join()).toMatch(
      /Hardly any .* Spanish: times are estimated .* belong together/,
    )
  })

  test('in captions keep every cue with --again, also one that is not heard', async () => {
    const { report, written } = await timeInFolder({
      name: 't.vtt',
      text: 'WEBVTT\n\n00:10.000 --> 00:10.500\nOne.\n\n00:10.600 --> 00:10.900\nTwo.\n\n00:12.000 --> 00:12.500\nThree.\n',
      order: { again: true },
      notHeard: [1],
    })
    expect(written).toMatch(
      /00:00:00\.000 --> 00:00:00\.500\n.*One\.\n\n00:00:00\.600 --> 00:00:01\.100\nTwo\.\n\n00:00:02/,
    )
    expect(report.notes).toEqual(['1 cue was not heard, and is kept at about the time it had.'])
  })

  test('become cues for reading, where prose is saved as captions', async () => {
    const sentence = 'This is a sentence that is about as long as a line of captions may be. '
    const { written } = await timeInFolder({ text: sentence.repeat(4).trim(), wordByWord: true })
    expect(written!.match(/-->/g)).toHaveLength(4)
  })

  test('are timed anew where that is wanted', async () => {
    const order = { again: true }
    const { report, written } = await timeInFolder({ name: 't.vtt', text: timed, order })
    expect(report.status).toBe('aligned')
    expect(written).toMatch(/00:00:00\.000 --> 00:00:00\.500\n.*One\./)
  })

  test('keep none of the old times with --again, even if a line is not found', async () => {
    const late =
      'WEBVTT\n\n01:30.000 --> 01:31.000\nOne.\n\n01:31.000 --> 01:35.000\nTwo.\n\n01:35.000 --> 01:36.000\nThree.\n'
    const { written, orders } = await timeInFolder({
      name: 't.vtt',
      text: late,
      order: { again: true },
      notHeard: [1],
    })
    expect(written).toMatch(/00:00:00\.000 --> .*\n.*One\.[\s\S]*00:00:02\.000 --> .*\n.*Three\./)
    expect(written).not.toMatch(/01:3\d/)
    expect(orders).not.toHaveLength(0)
    for (const order of orders) expect(order).not.toHaveProperty('isOfThisAudio')
  })

  test('say so where the text cannot be read', async () => {
    const { report } = await timeInFolder({ text: ' \n ' })
    expect(report).toMatchObject({ status: 'failed' })
    expect(report.why).toMatch(/t\.txt contains only blanks/)
  })

  test('say so where the sound cannot be read', async () => {
    const folder = folderWith({ 't.mp3': 'no sound', 't.txt': 'One.' })
    const order = { sound: join(folder, 't.mp3') }
    const { report } = await timeInFolder({ order })
    expect(report).toMatchObject({ status: 'failed' })
    expect(report.why).toMatch(/t\.mp3 cannot be read: /)
  })

  test('say so where nothing can be written', async () => {
    const folder = folderWith()
    writeFileSync(join(folder, 'file'), '')
    const { report } = await timeInFolder({ order: { out: join(folder, 'file/t.vtt') } })
    expect(report).toMatchObject({ status: 'failed' })
    expect(report.why).toMatch(/t\.vtt could not be written: /)
  })

  test('say what the format could not hold', async () => {
    const { report } = await timeInFolder({ order: { format: 'unheard-of' } })
    expect(report).toMatchObject({ status: 'failed' })
    expect(report.why).toMatch(/unheard-of/)
  })
})

describe('a recording without a text', () => {
  test('becomes a draft with times', async () => {
    const { report, written, languages, progress } = await timeInFolder({
      heard: 'One. Two.',
      order: { text: null },
    })
    expect(report).toMatchObject({ status: 'aligned', text: null, language: 'en' })
    expect(written).toMatch(/One\.[\s\S]*Two\./)
    expect(languages).toEqual(['en'])
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))
    expect(progress.at(-1)).toBe(1)
  })

  test('keeps the rough time of what is not found again, and has no gaps around it', async () => {
    const { written, orders } = await timeInFolder({
      heard: 'One. Two.',
      order: { text: null },
      notHeard: [0, 1],
    })
    expect(written).toMatch(/00:00:00\.000 --> .*\nOne\.\n[\s\S]* --> .*\nTwo\./)
    expect(orders).toMatchObject([{ isOfThisAudio: true }])
  })

  test('is refused where hardly any word of it is in the sound, as where the speech is not English', async () => {
    const order = { text: null }
    const words = { heard: 'One. Two.', order }
    const tally = { sure: 5, unsure: 15, notHeard: 80 }
    for (const outcome of [
      { ...aligned, tally },
      { kind: 'refused', why: 'not-together' },
    ] as const) {
      const { report, written } = await timeInFolder({ ...words, outcome })
      expect(report).toMatchObject({ status: 'refused' })
      expect(report.why).toMatch(/speech in t\.wav does not seem to be English/)
      expect(written).toBeNull()
    }
  })

  test('is refused where nothing is said', async () => {
    const { report, written } = await timeInFolder({ heard: '', order: { text: null } })
    expect(report).toMatchObject({ status: 'refused' })
    expect(report.why).toMatch(/No speech was found in t\.wav/)
    expect(written).toBeNull()
  })

  test('is refused in a language that the recogniser does not know', async () => {
    const { report } = await timeInFolder({ order: { text: null, language: 'fr-CA' } })
    expect(report).toMatchObject({ status: 'failed' })
    expect(report.why).toMatch(/English only, not in fr-CA/)
  })
})
