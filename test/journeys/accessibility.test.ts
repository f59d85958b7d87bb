import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { journeys, placeOfWord } from '../support/journey.ts'
import { longTranscript } from '../support/long-transcript.ts'
import { animationsEnd, drawn, scrollingEnds } from '../support/page-at-rest.ts'
import { silentMp3 } from '../support/silent-mp3.ts'

const { visit } = journeys()
/** As for a screen reader: Chromium then builds the whole tree, not only what is on screen. */
const assistive = journeys(['--force-renderer-accessibility'])

const focusedLineNumber = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.closest<HTMLElement>('.transcript-line')?.dataset['line'],
  )

const states: [string, (page: Page) => Promise<unknown>][] = [
  ['loaded', async () => {}],
  [
    'playing',
    async (page) => {
      await page.keyboard.press('k')
      await page.waitForFunction(() => document.querySelector('video')!.currentTime > 5)
    },
  ],
  [
    'searching',
    async (page) => {
      await page.keyboard.press('/')
      await page.keyboard.type('city')
      await page.waitForSelector('.search-count:has-text("of")')
    },
  ],
  ['unfolded', (page) => page.click('button:has-text("More")')],
  [
    'suspended',
    async (page) => {
      // There is something to come back to only once something has been heard.
      await page.click('.transcript-line[data-line="1"] .transcript-time')
      await page.waitForSelector('.transcript-line[data-line="1"][data-now=spoken]')
      await page.mouse.move(600, 600)
      await page.mouse.wheel(0, 900)
      await page.waitForSelector('.transcript-follow-chip')
    },
  ],
  [
    'help',
    async (page) => {
      await page.keyboard.press('?')
      await page.waitForSelector('dialog[open]')
    },
  ],
  [
    'settings',
    async (page) => {
      await page.keyboard.press('s')
      await page.waitForSelector('dialog[open]')
    },
  ],
  [
    'addresses',
    async (page) => {
      await page.keyboard.press('Shift+O')
      await page.waitForSelector('dialog[open]')
    },
  ],
  [
    'failed',
    async (page) => {
      await page.setInputFiles('input[type=file]', [
        { name: 'a.pdf', mimeType: '', buffer: Buffer.from('%PDF-1.7') },
      ])
      await page.waitForSelector('.notices-alert')
    },
  ],
]

describe.each(['light', 'dark'] as const)('axe, %s', (colorScheme) => {
  test.each(states)('finds nothing wrong: %s', async (_, reach) => {
    const { page } = await visit('', { colorScheme })
    await reach(page)
    await animationsEnd(page)
    expect(await violations(page)).toEqual([])
  })

  test('finds nothing wrong: empty', async () => {
    const { page } = await visit('?transcript=javascript:1', {
      colorScheme,
      waitsFor: '.opening-empty-page',
    })
    expect(await violations(page)).toEqual([])
  })
})

describe('the structure', () => {
  test('is a document: a main, a title, two regions, headings in order, lines that are paragraphs', async () => {
    const { page } = await visit()
    const outline = await page.evaluate(() => ({
      mains: document.querySelectorAll('main').length,
      headings: Array.from(
        document.querySelectorAll('h1,h2,h3'),
        (heading) => `${heading.tagName} ${heading.textContent}`,
      ),
      regions: Array.from(
        document.querySelectorAll('main section'),
        (section) =>
          section.getAttribute('aria-label') ??
          document.getElementById(section.getAttribute('aria-labelledby') ?? '')?.textContent,
      ),
      widgets: document.querySelectorAll(
        '[role=listbox],[role=grid],[role=feed],[role=log],[role=application],[role=toolbar]',
      ).length,
      rootRole: document.getElementById('root')!.getAttribute('role'),
      lines: document.querySelectorAll('.transcript-line').length,
      goodLines: Array.from(document.querySelectorAll('.transcript-line')).filter(
        (line) =>
          line.tagName === 'P' &&
          line.querySelectorAll('button').length === 1 &&
          /^\d+:\d\d$/.test(line.querySelector('button')!.textContent) &&
          !line.querySelector('button')!.hasAttribute('aria-label') &&
          line.lastChild instanceof Text &&
          line.childNodes.length <= 4,
      ).length,
    }))
    expect(outline).toMatchObject({ mains: 1, widgets: 0, rootRole: 'none' })
    expect(outline.regions).toEqual(['Player', 'Transcript'])
    expect(outline.headings.slice(0, 3)).toEqual([
      'H1 The City They Filmed',
      'H2 Transcript',
      'H3 A name for a silence',
    ])
    expect(outline.headings).toHaveLength(6)
    expect(outline.goodLines).toBe(outline.lines)
  })

  test('names each line’s language where it is another, and its direction', async () => {
    const { page } = await visit()
    const french = page.locator('.transcript-line:has-text("Comment regarder")')
    const arabic = page.locator('.transcript-line:has-text("الرقة")')
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    expect(await french.getAttribute('lang')).toBe('fr')
    expect(await arabic.getAttribute('lang')).toBe('ar')
    expect(await arabic.evaluate((line) => getComputedStyle(line).direction)).toBe('rtl')
    expect(await french.evaluate((line) => getComputedStyle(line).direction)).toBe('ltr')
    expect(
      await page.locator('.transcript-line .transcript-speaker:has-text("Samir")').count(),
    ).toBe(1)
    expect(await page.locator('.transcript-line:has-text("[A phone buzzes]")').count()).toBe(1)
  })

  test('never puts a line of the transcript in a live region', async () => {
    const { page, sound } = await visit()
    await page.evaluate(() => {
      const heard: string[] = []
      for (const region of document.querySelectorAll(
        '[aria-live], [role=status], [role=alert], [role=log]',
      )) {
        new MutationObserver(() => heard.push(region.textContent)).observe(region, {
          childList: true,
          characterData: true,
          subtree: true,
        })
      }
      Object.assign(window, { heard })
    })
    await page.keyboard.press('k')
    await sound.reaches(8)
    await page.keyboard.press('.')
    await page.keyboard.press('m')
    await page.waitForSelector('[role=status]:has-text("Muted")')
    const heard = await page.evaluate(() =>
      (window as never as { heard: string[] }).heard.join(' '),
    )
    expect(heard).not.toMatch(/evening|Nadia|city|Raqqa/)
    expect(
      await page.locator('.transcript-lines[aria-live], .transcript-lines [aria-live]').count(),
    ).toBe(0)
  })

  test('zoomed in ten times and more, the waveform adds no tab stop and no nameless picture', async () => {
    const { page } = await visit()
    await page.waitForSelector('.waveform-marks')
    for (let press = 0; press < 4; press++) await page.keyboard.press('+')
    await page.waitForSelector('.waveform-overview')
    await drawn(page)
    const inside = await page.evaluate(() => {
      const picture = document.querySelector<HTMLElement>('.waveform-picture')!
      const { shadowRoot } = picture.querySelector('div')!
      const scroller = shadowRoot!.querySelector<HTMLElement>('.scroll')!
      const takesFocus = (element: HTMLElement) => {
        element.focus()
        return shadowRoot!.activeElement !== null
      }
      return {
        isScrollable: scroller.scrollWidth > scroller.clientWidth,
        focusable: Array.from(shadowRoot!.querySelectorAll<HTMLElement>('*')).filter(takesFocus)
          .length,
        isInert: picture.inert,
      }
    })
    expect(inside).toEqual({ isScrollable: false, focusable: 0, isInert: true })
  })
})

describe('seeing', () => {
  test('at 320 and 390 no dialog is cut off at its side', async () => {
    for (const width of [320, 390]) {
      const { page } = await visit('', { viewport: { width, height: 700 } })
      for (const key of ['s', '?', 'Shift+O']) {
        await page.keyboard.press(key)
        await page.waitForSelector('dialog[open] .kit-dialog-body')
        const { inside, room } = await page.evaluate(() => {
          const body = document.querySelector('dialog[open] .kit-dialog-body')!
          return { inside: body.scrollWidth, room: body.clientWidth }
        })
        expect(inside, `${key} at ${width}`).toBeLessThanOrEqual(room)
        await page.keyboard.press('Escape')
      }
    }
  })

  test('at 320 by 256 nothing scrolls sideways, four lines fit, and every control can be reached', async () => {
    const { page } = await visit('', { viewport: { width: 320, height: 256 } })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await page.evaluate(() =>
      document.querySelector('.transcript-line[data-line="4"]')!.scrollIntoView({ block: 'start' }),
    )
    await scrollingEnds(page)
    const rows = await page.evaluate(() => {
      const tops = new Set<number>()
      for (const line of document.querySelectorAll('.transcript-line')) {
        const range = document.createRange()
        range.selectNodeContents(line.lastChild!)
        for (const { top, bottom } of range.getClientRects()) {
          if (top >= 0 && bottom <= innerHeight) tops.add(Math.round(top))
        }
      }
      return tops.size
    })
    expect(rows).toBeGreaterThanOrEqual(4)
    const hidden = await page.evaluate(() =>
      Array.from(document.querySelectorAll('.app-player button:not([hidden]), .app-header button'))
        .filter((button) => (button as HTMLElement).offsetParent !== null)
        .filter((button) => {
          const { left, right } = button.getBoundingClientRect()
          return left < 0 || right > innerWidth
        })
        .map((button) => button.textContent),
    )
    expect(hidden).toEqual([])
  })

  test('with wide text spacing and at twice the size nothing is clipped and nothing overlaps', async () => {
    const { page } = await visit('', { viewport: { width: 640, height: 800 } })
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        'html { font-size: 200% } * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
      )
      document.adoptedStyleSheets.push(sheet)
    })
    await drawn(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640)
    const clipped = await page.evaluate(() =>
      Array.from(
        document.querySelectorAll<HTMLElement>(
          'button, .transcript-line, h1, h3, .player-bar-time',
        ),
      )
        .filter(
          (element) =>
            element.offsetParent !== null &&
            element.scrollWidth > element.clientWidth + 2 &&
            getComputedStyle(element).display !== 'inline',
        )
        .map((element) => element.textContent.slice(0, 40)),
    )
    expect(clipped).toEqual([])
  })

  test('in sixty Tabs and arrows each way the focus is never under the player, and its ring is seen', async () => {
    const { page } = await visit('', { viewport: { width: 1024, height: 700 } })
    const covered: string[] = []
    const look = async (step: string) => {
      // The page brings the line to its place in the frames after the key.
      if ((await badFocus()) !== null) await scrollingEnds(page)
      const found = await badFocus()
      if (found !== null) covered.push(`${step}: ${found}`)
    }
    const badFocus = () =>
      page.evaluate(() => {
        const element = document.activeElement
        if (!element || element === document.body) return null
        const { top, bottom, left, width } = element.getBoundingClientRect()
        const player = document.querySelector('.app-player')!
        if (player.contains(element)) return null
        const edge = player.getBoundingClientRect().bottom
        const style = getComputedStyle(element)
        const top2 = document.elementFromPoint(left + width / 2, (top + bottom) / 2)
        const isCovered =
          top < edge - 1 &&
          bottom > player.getBoundingClientRect().top &&
          top2 !== null &&
          player.contains(top2)
        return isCovered || parseFloat(style.outlineWidth) < 2 || top < 0 || bottom > innerHeight
          ? `${element.textContent} ${top} ${style.outlineWidth}`
          : null
      })
    await page.focus('.transcript-line[data-line="0"] .transcript-time')
    for (let press = 0; press < 30; press++) {
      await page.keyboard.press('ArrowDown')
      await look(`down ${press}`)
    }
    expect(await focusedLineNumber(page)).toBe('30')
    for (let press = 0; press < 30; press++) {
      await page.keyboard.press('ArrowUp')
      await look(`up ${press}`)
    }
    expect(await focusedLineNumber(page)).toBe('0')
    for (let press = 0; press < 15; press++) {
      await page.keyboard.press('Shift+Tab')
      await look(`back ${press}`)
    }
    for (let press = 0; press < 15; press++) {
      await page.keyboard.press('Tab')
      await look(`tab ${press}`)
    }
    expect(covered).toEqual([])
  })

  test('a player that grows does not push the line that has the focus out of the window', async () => {
    const { page } = await visit('', { viewport: { width: 1024, height: 700 } })
    await page.focus('.transcript-line[data-line="30"] .transcript-time')
    const edges = () =>
      page.evaluate(() => ({
        line: document.activeElement!.getBoundingClientRect(),
        player: document.querySelector('.app-player')!.getBoundingClientRect(),
      }))
    const whole = (await edges()).player.height
    await page.keyboard.press('v')
    await expect.poll(async () => (await edges()).player.height).toBeLessThan(whole - 40)
    const collapsed = (await edges()).player.height
    await page.evaluate(() => {
      const { bottom } = document.activeElement!.getBoundingClientRect()
      window.scrollBy({ top: bottom + 2 - innerHeight, behavior: 'instant' })
    })
    await scrollingEnds(page)
    await page.keyboard.press('v')
    await expect.poll(async () => (await edges()).player.height).toBeGreaterThan(collapsed + 40)
    await scrollingEnds(page)
    const { line, player } = await edges()
    expect(line.top).toBeGreaterThanOrEqual(player.bottom)
    expect(line.bottom).toBeLessThanOrEqual(700)
  })

  test('targets are 24 pixels and more, the transport 44', async () => {
    const { page } = await visit()
    const small = await page.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>('button, select, summary, input'))
        .filter((element) => element.checkVisibility() && !element.matches('.waveform-seek-slider'))
        .map((element) => ({
          name: element.ariaLabel ?? element.textContent,
          box: element.getBoundingClientRect(),
          least: element.closest('.player-bar-transport') ? 44 : 24,
        }))
        .filter(({ box, least }) => box.width < least || box.height < least)
        .map(({ name, box }) => `${name} ${box.width} × ${box.height}`),
    )
    expect(small).toEqual([])
  })

  test.each(['light', 'dark'] as const)(
    'in forced colours, %s, the spoken word, the line and the hits have marks of their own',
    async (colorScheme) => {
      const { page, sound } = await visit('', { forcedColors: 'active', colorScheme })
      await sound.isReady()
      await sound.jumpTo(9)
      await page.keyboard.press('/')
      await page.keyboard.type('city')
      await page.waitForSelector('.transcript-line[data-now]')
      const bar = await page.evaluate(() => {
        const style = getComputedStyle(
          document.querySelector('.transcript-line[data-now]')!,
          '::before',
        )
        return {
          width: style.width,
          background: style.backgroundColor,
          paper: getComputedStyle(document.body).backgroundColor,
        }
      })
      expect(bar.width).toBe('3px')
      const marks = await page.evaluate(() => {
        const line = document.querySelector('.transcript-line[data-now]')!
        const paper = getComputedStyle(document.body).backgroundColor
        return ['spoken-word', 'search-hit', 'search-hit-looked-at'].map((name) => {
          const { backgroundColor, textDecorationLine } = getComputedStyle(
            line,
            `::highlight(${name})`,
          )
          return backgroundColor !== paper && backgroundColor !== 'rgba(0, 0, 0, 0)'
            ? `${backgroundColor} ${textDecorationLine}`
            : 'none'
        })
      })
      expect(marks).not.toContain('none')
      expect(new Set(marks).size).toBe(3)
      expect(bar.background).not.toBe(bar.paper)
    },
  )
})

/** The contrast of two colours, WCAG 2.2; each as `getComputedStyle` gives it, through a canvas. */
const contrastOf = (page: Page, ink: string, paper: string) =>
  page.evaluate(
    ([first, second]) => {
      const luminance = (color: string) => {
        const root = document.documentElement
        const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
        pen.fillStyle = getComputedStyle(root).getPropertyValue(color)
        pen.fillRect(0, 0, 1, 1)
        const [r, g, b] = Array.from(pen.getImageData(0, 0, 1, 1).data.slice(0, 3), (part) => {
          const value = part / 255
          return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
        })
        return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
      }
      const [a, b] = [luminance(first!), luminance(second!)]
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    },
    [ink, paper],
  )

describe.each(['light', 'dark'] as const)('the colours, %s', (colorScheme) => {
  test('have the contrast they need', async () => {
    const { page } = await visit('', { colorScheme })
    const texts: [string, string][] = [
      ['--ink', '--paper'],
      ['--muted', '--paper'],
      ['--accent', '--paper'],
      ['--ink', '--accent-wash'],
      ['--accent', '--accent-wash'],
      ['--ink', '--hit-wash'],
      ['--paper', '--hit'],
      ['--paper', '--accent'],
      ['--paper', '--ink'],
      ['--ink', '--wash'],
      ['--muted', '--wash'],
      ...[1, 2, 3, 4, 5, 6].map((hue): [string, string] => [`--speaker-${hue}`, '--paper']),
    ]
    for (const [ink, paper] of texts) {
      expect(await contrastOf(page, ink, paper), `${ink} on ${paper}`).toBeGreaterThanOrEqual(4.5)
    }
    for (const mark of ['--field-edge', '--focus', '--hit', '--warning']) {
      expect(await contrastOf(page, mark, '--paper'), mark).toBeGreaterThanOrEqual(3)
    }
  })

  test('have seven to one where more contrast is asked for', async () => {
    const { page } = await visit('', { colorScheme, contrast: 'more' })
    for (const ink of ['--ink', '--muted', '--accent']) {
      expect(await contrastOf(page, ink, '--paper'), ink).toBeGreaterThanOrEqual(7)
    }
  })
})

describe('a hundred thousand words', () => {
  const long = longTranscript(2500)
  const text = { name: 'long.vtt', mimeType: 'text/vtt', buffer: Buffer.from(long.vtt) }
  const openLong = async (visiting: typeof visit = visit) => {
    const visited = await visiting()
    await visited.page.setInputFiles('input[type=file]', [text])
    await visited.page.waitForSelector('.transcript-line[data-line="2499"]', { state: 'attached' })
    return visited
  }
  // By their paths: a file of 36 MB that Playwright holds itself takes it ten seconds to hand over.
  const folder = mkdtempSync(join(tmpdir(), 'earshot-long-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const paths = [join(folder, 'long.vtt'), join(folder, 'long.mp3')] as const
  const openLongWithSound = async () => {
    if (!existsSync(paths[1])) {
      writeFileSync(paths[0], long.vtt)
      writeFileSync(paths[1], silentMp3(long.seconds))
    }
    const visited = await visit()
    await visited.page.setInputFiles('input[type=file]', [...paths])
    await visited.page.waitForSelector('.transcript-line[data-line="2499"]', { state: 'attached' })
    await visited.page.waitForSelector('h1:has-text("long.mp3")')
    await visited.sound.isReady()
    return visited
  }

  test('are in the document, with few nodes, none of them a word', async () => {
    const { page } = await openLong()
    const counts = await page.evaluate(() => ({
      elements: document.querySelectorAll('*').length,
      lines: document.querySelectorAll('.transcript-line').length,
      mostChildren: Math.max(
        ...Array.from(
          document.querySelectorAll('.transcript-line'),
          (line) => line.childNodes.length,
        ),
      ),
    }))
    expect(counts.lines).toBe(2500)
    expect(counts.elements).toBeLessThanOrEqual(6000)
    expect(counts.mostChildren).toBeLessThanOrEqual(4)
  })

  test('are all told to assistive technology, line by line, in a tree of bearable size', async () => {
    const { page } = await openLong(assistive.visit)
    const session = await page.context().newCDPSession(page)
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    const shown = nodes.filter(({ ignored }) => !ignored)
    const count = (role: string) => shown.filter((node) => node.role?.value === role).length
    expect(count('paragraph')).toBeGreaterThanOrEqual(2500)
    expect(count('button')).toBeGreaterThanOrEqual(2500)
    expect(nodes.length).toBeLessThanOrEqual(20_000)
  })

  test('are one tab stop', async () => {
    const { page } = await openLong()
    const stops: (string | undefined)[] = []
    await page.focus('button[aria-label="Settings"]')
    for (let press = 0; press < 14; press++) {
      await page.keyboard.press('Tab')
      stops.push(
        await page.evaluate(
          () => document.activeElement?.closest<HTMLElement>('.transcript-line')?.dataset['line'],
        ),
      )
    }
    expect(stops.filter((line) => line !== undefined)).toEqual(['0'])
  })

  test('have one current line, the right one, at fifty places', async () => {
    const { page, sound } = await openLongWithSound()
    for (let place = 0; place < 50; place++) {
      const time = ((place * 7919) % 35_990) + place / 50
      await sound.jumpTo(time)
      const now = await sound.time()
      const expected = long.times.findIndex(({ start, end }) => start <= now && now < end)
      await page.waitForFunction((line) => {
        const current = document.querySelectorAll('.transcript-time[aria-current="true"]')
        return (
          current.length === 1 &&
          current[0]!.closest<HTMLElement>('.transcript-line')!.dataset['line'] === String(line)
        )
      }, expected)
    }
  })

  test('are followed across nine hours in one jump, to the right place', async () => {
    const { page, sound } = await openLongWithSound()
    await sound.jumpTo(34_000)
    const line = long.times.findIndex(({ start, end }) => start <= 34_000 && 34_000 < end)
    await page.waitForSelector(`.transcript-line[data-line="${line}"][data-now]`)
    await scrollingEnds(page)
    const box = (await page.locator('.transcript-line[data-now]').first().boundingBox())!
    expect(box.y).toBeGreaterThan(200)
    expect(box.y).toBeLessThan(500)
    expect(await page.locator('.transcript-follow-chip').count()).toBe(0)
  })

  test('are found by the browser’s own search, down to the last line', async () => {
    const { page } = await openLongWithSound()
    const found = await page.evaluate(() =>
      (window as never as { find(text: string): boolean }).find('word2499.'),
    )
    expect(found).toBe(true)
    await page.waitForSelector('.transcript-follow-chip')
    await scrollingEnds(page)
    const { centre } = await placeOfWord(page, 'word2499.')
    expect(centre.y).toBeGreaterThan(0)
    expect(centre.y).toBeLessThan(900)
    expect(await page.locator('.transcript-follow-chip').count()).toBe(1)
  })
})
