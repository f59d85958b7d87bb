import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import type { ScriptWord } from './demo-script.ts'
import { scrollingEnds } from './page-at-rest.ts'

export interface GivenFile {
  readonly name: string
  readonly content: string | Uint8Array
}

/** The page as a listener uses it who has a sound and its text. */
export function alignmentOn(page: Page) {
  const note = page.locator('.alignment-note')
  const places = () =>
    page.$$eval('.transcript-line .transcript-time', (times) =>
      times.map(({ textContent }) => textContent),
    )

  /** As an address with a moment in it does. */
  async function goTo(time: number) {
    await page.evaluate((wanted) => {
      window.location.hash = ''
      window.location.hash = `t=${wanted}`
    }, time)
    await page.waitForFunction((wanted) => {
      const { currentTime, seeking } = document.querySelector('video')!
      return !seeking && Math.abs(currentTime - wanted) < 0.01
    }, time)
  }

  async function shown(files: readonly GivenFile[]) {
    await page.waitForSelector(`h1:has-text("${files[0]!.name}")`)
    if (files.length > 1) await page.waitForSelector('.transcript-line')
  }

  return {
    note,
    /** The sentence of the bar. */
    says: (words: string | RegExp, timeout = 45_000) =>
      note.locator('p', { hasText: words }).first().waitFor({ timeout }),
    sentence: () => note.locator('p').first().innerText(),
    texts: () =>
      page.$$eval('.transcript-line', (all) =>
        all.map(({ lastChild }) => String(lastChild!.nodeValue)),
      ),
    /** What the time buttons show. */
    places,
    async open(...files: GivenFile[]) {
      await page.setInputFiles(
        'input[type=file]',
        files.map(({ name, content }) => ({ name, mimeType: '', buffer: Buffer.from(content) })),
      )
      await shown(files)
    },
    /** From the desktop. */
    async drop(...files: GivenFile[]) {
      const given = files.map(({ name, content }) => ({
        name,
        base64: Buffer.from(content).toString('base64'),
      }))
      await page.evaluate(async (dropped) => {
        const dataTransfer = new DataTransfer()
        for (const { name, base64 } of dropped) {
          const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
          dataTransfer.items.add(new File([bytes], name))
        }
        for (const name of ['dragenter', 'dragover', 'drop']) {
          const drag = new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true })
          document.body.dispatchEvent(drag)
        }
      }, given)
      await shown(files)
    },
    /** From now on, all that the bar says; what is returned tells it. */
    async listen() {
      await page.evaluate(() => {
        const told: string[] = []
        Object.assign(window, { told })
        new MutationObserver(() => {
          const sentence = document.querySelector('.alignment-note p')?.textContent
          if (sentence && sentence !== told.at(-1)) told.push(sentence)
        }).observe(document.body, { subtree: true, childList: true, characterData: true })
      })
      return () => page.evaluate(() => (window as never as { told: string[] }).told)
    },
    async findWords() {
      await note.getByRole('button', { name: 'Find the words in the sound' }).click()
    },
    press: async (key: string) => {
      await page.locator('h1').click()
      await page.keyboard.press(key)
    },
    /** In its middle; its line must be in view, beside the one that is followed. */
    async clickWord({ line, from, text }: ScriptWord) {
      // Following the sound may still scroll the page.
      await scrollingEnds(page)
      const { x, y } = await page.evaluate(
        ([at, start, end]) => {
          const paragraph = document.querySelectorAll('.transcript-line')[at]!
          const range = document.createRange()
          range.setStart(paragraph.lastChild!, start)
          range.setEnd(paragraph.lastChild!, end)
          const place = range.getClientRects()[0]!
          return { x: place.left + place.width / 2, y: place.top + place.height / 2 }
        },
        [line, from, from + bare(text).length] as const,
      )
      await page.mouse.click(x, y)
    },
    async saveAs(format: string): Promise<string> {
      await page.locator('h1').click()
      await page.keyboard.press('e')
      const select = page.getByLabel('Format')
      await select.waitFor()
      const labels = await select.locator('option').allTextContents()
      await select.selectOption(labels.find((label) => label.startsWith(format))!)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save', exact: true }).click(),
      ])
      await page.keyboard.press('Escape')
      return readFile(await download.path(), 'utf8')
    },
    goTo,
    /** Goes to a moment and tells what is marked there. */
    async wordsAt(time: number): Promise<Pick<ScriptWord, 'line' | 'from' | 'text'>[]> {
      await goTo(time)
      return page.evaluate(async () => {
        for (let frames = 4; frames > 0; frames--) await new Promise(requestAnimationFrame)
        return Array.from(CSS.highlights.get('spoken-word') ?? [], (range) => ({
          line: Number(range.startContainer.parentElement!.dataset['line']),
          from: range.startOffset,
          text: String(range),
        }))
      })
    },
  }
}

/** A word without what is written round it. */
export const bare = (text: string) => text.replace(/^\P{L}+|\P{L}+$/gu, '')
