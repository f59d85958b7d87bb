import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { alignmentOn, bare } from '../support/aligning.ts'
import type { GivenFile } from '../support/aligning.ts'
import { violations } from '../support/axe.ts'
import { plainScript, subtitles } from '../support/demo-script.ts'
import type { ScriptWord } from '../support/demo-script.ts'
import { journeys } from '../support/journey.ts'
import { longestTaskOf } from '../support/main-thread.ts'
import { animationsEnd, mainThreadIsIdle } from '../support/page-at-rest.ts'
import { demoFile, excerptFile, musicFile, twice } from '../support/sound-files.ts'

const { visit } = journeys()
/** Without the demo, whose text is that of the tests. */
const visitEmpty = () => visit('?transcript=javascript:1', { waitsFor: '.opening-empty-page' })

const textFile = (content: string, name = 'said.txt'): GivenFile => ({ name, content })

const whole = plainScript()
/** Seconds: two voices, and nothing but English. */
const shortEnd = 28
const short = plainScript({ end: shortEnd })
const shortSound = () => excerptFile(shortEnd)

/** Lines beside music, a noise, another language or another voice at the same time: the app may be unsure there. */
const isBesideOther = ({ line }: ScriptWord) =>
  whole.words.some(
    (other) =>
      Math.abs(other.line - line) <= 1 &&
      (!['Nadia', 'Jonas'].includes(other.speaker ?? '') || Math.abs(other.start - 72) < 3),
  )
const longWords = whole.words.filter((word) => word.end - word.start >= 0.3 && !isBesideOther(word))
/** Spread over the recording. */
const tenWords = Array.from(
  { length: 10 },
  (_, at) => longWords[Math.floor(((at + 0.5) * longWords.length) / 10)]!,
)
/** In the short one, too. */
const earlyWord = longWords[0]!

/** At least 150 ms from either rim. */
const middleOf = ({ start, end }: ScriptWord) => Number(((start + end) / 2).toFixed(2))
const markOf = ({ line, from, text }: ScriptWord) => [{ line, from, text: bare(text) }]

const seconds = (stamp: string) =>
  stamp.split(':').reduce((total, part) => total * 60 + Number(part), 0)

/** Words with their time stamps, as WebVTT writes them. */
const stampedWords = (vtt: string) =>
  Array.from(vtt.matchAll(/<([\d:.]+)>(?:<[^\d>][^>]*>)*([^<]*)/g), ([, stamp, word]) => ({
    start: seconds(stamp!),
    word: bare(word!),
  }))

/** In both themes. */
async function complaintsOfAxe(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await animationsEnd(page)
    found.push(...(await violations(page)).map((each) => `${colorScheme}: ${each}`))
  }
  return found
}

describe('a text without times', () => {
  test('is found in the sound: the right word is marked, a click on one goes there, it is saved with its times, and back', async () => {
    const { page, sound } = await visitEmpty()
    const alignment = alignmentOn(page)
    await alignment.drop(await demoFile(), textFile(whole.text))
    await alignment.says('This text has no times.')
    expect(await alignment.places()).toEqual([])
    await alignment.findWords()
    await alignment.says(/^Finding the words in the sound: \d:\d\d of 3:11/)
    await alignment.says(/words (were )?found/)

    for (const word of tenWords) {
      expect(await alignment.wordsAt(middleOf(word)), word.text).toEqual(markOf(word))
    }
    expect(await sound.isPaused()).toBe(true)

    const near = tenWords[9]!.line - 1
    const clicked = whole.words.findLast(
      ({ line, start, end }) => line === near && end - start > 0.2,
    )!
    await alignment.clickWord(clicked)
    const distance = async () => Math.abs((await sound.time()) - clicked.start)
    await expect.poll(distance).toBeLessThan(0.1)

    const stamped = stampedWords(await alignment.saveAs('WebVTT'))
    expect(stamped.length).toBeGreaterThan(0.9 * whole.words.length)
    for (const { text, start } of tenWords) {
      const same = stamped.filter(({ word }) => word === bare(text))
      const error = Math.min(...same.map((word) => Math.abs(word.start - start)))
      expect(error, text).toBeLessThan(0.15)
    }

    await alignment.press('z')
    await alignment.says('This text has no times.')
    expect(await alignment.places()).toEqual([])
  })

  test('stays timed as far as it came when that is stopped, and after a reload goes on from there', async () => {
    const { page } = await visitEmpty()
    const alignment = alignmentOn(page)
    const files = [await demoFile(), textFile(whole.text)]
    await alignment.open(...files)
    await alignment.findWords()
    await alignment.says(/sound: 1:[0-5]\d of 3:11/)
    await alignment.press('x')
    await alignment.says(/^Timed up to [12]:\d\d of 3:11\.$/)
    const stopped = await alignment.sentence()
    const stoppedAt = seconds(/[12]:\d\d/.exec(stopped)![0])
    const first = tenWords[1]!
    expect(await alignment.wordsAt(middleOf(first))).toEqual(markOf(first))
    const before = await alignment.places()
    expect(before.length).toBeGreaterThan(5)

    await page.reload()
    await page.waitForSelector('.opening-empty-page')
    await alignment.open(...files)
    await alignment.says(stopped)
    expect(await alignment.places()).toEqual(before)
    const told = await alignment.listen()
    await alignment.press('q')
    await alignment.says(/words (were )?found/)
    const heard = (await told()).flatMap((sentence) => /sound: (\d:\d\d)/.exec(sentence)?.[1] ?? [])
    expect(seconds(heard[0]!)).toBe(stoppedAt)
    for (const place of heard) expect(seconds(place)).toBeGreaterThanOrEqual(stoppedAt)
    expect((await alignment.places()).slice(0, before.length)).toEqual(before)
    for (const word of [first, tenWords[9]!]) {
      expect(await alignment.wordsAt(middleOf(word)), word.text).toEqual(markOf(word))
    }
  })

  test('is found without a network on the second visit', async () => {
    const { page } = await visit()
    const alignment = alignmentOn(page)
    const [sound, longer] = [await excerptFile(12), await shortSound()]
    await alignment.open(sound, textFile(plainScript({ end: 12 }).text))
    await alignment.says(/The speech model is \d MB: it is downloaded once/)
    await alignment.findWords()
    await alignment.says(/words (were )?found/)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await page.reload()
    await page.waitForSelector('.transcript-line')

    await page.context().setOffline(true)
    await page.reload()
    await page.waitForSelector('.transcript-line .transcript-time')
    await alignment.open(longer, textFile(short.text))
    await alignment.says('The speech model is on this machine already.')
    await alignment.findWords()
    await alignment.says(/words (were )?found/)
    expect(await alignment.wordsAt(middleOf(earlyWord))).toEqual(markOf(earlyWord))
  })

  test('moves to where the listener says that it begins', async () => {
    const { page } = await visitEmpty()
    const alignment = alignmentOn(page)
    const once = 20
    const { text, words } = plainScript({ end: once })
    await alignment.open(twice(await excerptFile(once)), textFile(text))
    await alignment.findWords()
    await alignment.says(/words (were )?found/)
    const begin = words.find(({ speaker }) => speaker !== null)
    await page.focus(`.transcript-line[data-line="${begin!.line}"] .transcript-time`)
    await alignment.goTo(begin!.start + once)
    await page.keyboard.press('a')
    await page.waitForSelector(`.transcript-line[data-line="${begin!.line}"] .transcript-anchor`)
    await alignment.says(/^Around the anchor, /)
    const starts = words.filter(({ line, from }) => line >= begin!.line && from === 0)
    expect(starts.length).toBeGreaterThan(2)
    // The buttons show whole seconds.
    const inTruth = starts.map(({ start }) => expect.closeTo(start + once - 0.5, 0))
    expect((await alignment.places()).map((place) => seconds(place!))).toEqual(inTruth)
  })
})

const otherTalk = `The bakery on the corner opens at six every morning, and by seven the rolls are gone.

My grandmother used to send me there with a basket, and I would count the coins twice on the way.

When the river flooded the cellar, they carried the ovens upstairs, one after the other, and went on.

Now her nephew bakes, and people say that the crust is thinner, but nobody has ever stayed away for that.
`
const german = `Die Bäckerei an der Ecke öffnet jeden Morgen um sechs, und um sieben sind die Brötchen weg.

Meine Großmutter schickte mich mit einem Korb dorthin, und ich zählte unterwegs zweimal die Münzen.

Als der Fluss den Keller überschwemmte, trugen sie die Öfen nach oben, einen nach dem anderen.

Heute backt ihr Neffe, und die Leute sagen, die Kruste sei dünner, aber weggeblieben ist deshalb niemand.
`

describe('what cannot be found', () => {
  const mayNotBelong = /^These may not belong together: hardly any of the text was heard/
  const noSpeech = /^No speech was heard in this recording|^These may not belong together/

  test.each([
    ['another recording’s', otherTalk, mayNotBelong],
    ['in another language than the sound', german, mayNotBelong],
    ['of sounds only', '[Four slow notes]\n\n[A door]\n', /^This text holds no words/],
  ])('a text that is %s is left as it was, and that is said', async (_, text, sentence) => {
    const { page } = await visitEmpty()
    const alignment = alignmentOn(page)
    await alignment.open(await shortSound(), textFile(text))
    const before = await alignment.texts()
    await alignment.findWords()
    await alignment.says(sentence)
    expect(await alignment.texts()).toEqual(before)
    expect(await alignment.places()).toEqual([])
    await alignment.note.getByRole('button', { name: 'Dismiss' }).click()
    await alignment.says('This text has no times.')
  })

  test('an empty text is not opened, and the sound keeps none', async () => {
    const { page } = await visitEmpty()
    const alignment = alignmentOn(page)
    await alignment.open(await shortSound())
    await alignment.says('If the language is English')
    await page.setInputFiles('input[type=file]', [
      { name: 'empty.txt', mimeType: '', buffer: Buffer.from(' \n\n') },
    ])
    await page.waitForSelector('[role=alert]:has-text("empty.txt")')
    expect(await alignment.texts()).toEqual([])
  })

  test('words in a sound that is music only', async () => {
    const { page } = await visitEmpty()
    const alignment = alignmentOn(page)
    await alignment.open(musicFile(30), textFile(otherTalk))
    await alignment.findWords()
    await alignment.says(noSpeech)
    expect(await alignment.places()).toEqual([])
  })

  test('words without a model: says why, and goes on when it can be loaded', async () => {
    const { page, complaints } = await visitEmpty()
    const alignment = alignmentOn(page)
    await page.context().route('**/speech/**', (route) => route.abort())
    await alignment.open(await shortSound(), textFile(short.text))
    await alignment.findWords()
    await alignment.says(
      /^The words could not be found: the server of this page cannot be reached\. Check the connection/,
    )
    expect(await alignment.places()).toEqual([])
    expect(complaints.filter((complaint) => !complaint.includes('ERR_FAILED'))).toEqual([])
    complaints.length = 0
    await page.context().unroute('**/speech/**')
    await alignment.note.getByRole('button', { name: 'Try again' }).click()
    await alignment.says(/words (were )?found/)
  })

  test('words of a language without a model are estimated, and called so', async () => {
    const { page } = await visitEmpty()
    const alignment = alignmentOn(page)
    await alignment.open(await shortSound(), textFile(short.text))
    await page.getByLabel('Spoken language').selectOption('Another language')
    await alignment.says('There is no speech model for this language')
    await alignment.findWords()
    await alignment.says(
      /^There is no speech model for this language\. The times are estimated, and off by seconds\./,
    )
    expect(await page.locator('.transcript-line .transcript-issue').count()).toBeGreaterThan(4)
    expect(
      await page.locator('.transcript-line .transcript-issue').first().getAttribute('title'),
    ).toMatch(/estimated/i)
    for (const time of [6, 12, 18]) expect(await alignment.wordsAt(time)).toEqual([])
  })

  test('100,000 words in half a minute of sound: the page answers all the time, and a sentence ends it', async () => {
    const { page } = await visitEmpty()
    const alignment = alignmentOn(page)
    const paragraph = otherTalk.replaceAll('\n', ' ').trim()
    const times = Math.ceil(100_000 / paragraph.split(' ').length)
    const text = Array.from({ length: times }, (_, at) => `${paragraph} That was ${at}.`).join(
      '\n\n',
    )
    await alignment.open(await shortSound(), textFile(text))
    await alignment.says('This text has no times.')
    await mainThreadIsIdle(page)
    const longest = await longestTaskOf(page, async () => {
      await alignment.findWords()
      // Thousands of words are looked through: that takes its time where others work, too.
      await alignment.says(mayNotBelong, 100_000)
    })
    expect(longest).toBeLessThan(100)
  })
})

test('axe finds nothing wrong in the offer, the progress and the lines in doubt', async () => {
  const { page } = await visitEmpty()
  const alignment = alignmentOn(page)
  // Until after the Arabic, which an English model does not hear.
  const end = 42
  await alignment.open(await excerptFile(end), textFile(plainScript({ end }).text))
  await alignment.says('This text has no times.')
  expect(await complaintsOfAxe(page), 'offer').toEqual([])
  await alignment.findWords()
  await alignment.says(/^Loading|^Finding/)
  expect(await complaintsOfAxe(page), 'running').toEqual([])
  await alignment.says(/words found; .*lines? (unsure|not heard)/)
  expect(await complaintsOfAxe(page), 'done').toEqual([])
})

describe('a text with times for its lines', () => {
  test('gets one for each word', async () => {
    const { page } = await visitEmpty()
    const alignment = alignmentOn(page)
    await alignment.open(await shortSound(), textFile(subtitles({ end: shortEnd }), 'said.vtt'))
    const before = await alignment.places()
    expect(await alignment.wordsAt(middleOf(earlyWord))).not.toEqual(markOf(earlyWord))
    await alignment.press('Shift+G')
    await alignment.says(/^Press Shift \+ G again, or Enter, to begin\. The speech model is \d MB/)
    await page.keyboard.press('Enter')
    await alignment.says(/words (were )?found/)
    expect(await alignment.wordsAt(middleOf(earlyWord))).toEqual(markOf(earlyWord))
    expect(await alignment.places()).toEqual(before)
  })

  test('that are late is told how many and by how much, takes the new ones, and goes back', async () => {
    const { page } = await visitEmpty()
    const alignment = alignmentOn(page)
    const late = subtitles({ end: shortEnd, late: 1.5 })
    await alignment.open(await shortSound(), textFile(late, 'late.vtt'))
    const spoken = short.words.find(({ speaker }) => speaker !== null)
    const lineAt = () =>
      page.locator('.transcript-line[data-now=spoken]').first().getAttribute('data-line')
    await alignment.goTo(spoken!.start + 1)
    await expect.poll(lineAt).not.toBe(String(spoken!.line))
    const before = await alignment.places()

    await alignment.press('h')
    await alignment.says(/^Press H again, or Enter, to begin\. The speech model is \d MB/)
    await page.keyboard.press('h')
    await alignment.says(
      /^(\d+) of \1 lines begin more than half a second away from where they are heard; the farthest is 1\.[456] s late, at 0:\d\d\.( \d+ lines? (was|were) not heard, and would have no time\.)?$/,
    )
    expect(await alignment.places()).toEqual(before)
    expect(await complaintsOfAxe(page), 'drift report').toEqual([])
    await page.getByRole('button', { name: 'Use the new times' }).click()
    await alignment.note.waitFor({ state: 'detached' })
    await alignment.goTo(spoken!.start + 1)
    await expect.poll(lineAt).toBe(String(spoken!.line))

    await alignment.press('z')
    await expect.poll(alignment.places).toEqual(before)
  })
})
