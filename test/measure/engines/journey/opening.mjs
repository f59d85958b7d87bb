import { placeWords, readWords } from './demo-words.mjs'
import { expect } from './expect.mjs'

export async function demoOpens(page, demo) {
  // A long text is drawn from its first lines on.
  await page.until('all lines are drawn', () => page.evaluate(isWhole))
  const { title, lines } = await page.evaluate(readDocument)
  expect(title === 'The City They Filmed', `the title is “${title}”`)
  expect(lines.length >= 20, `there are ${lines.length} lines`)
  demo.lines = placeWords(readWords(demo.source), lines)
  await nothingWasComplainedOf(page)
}

export async function nothingWasComplainedOf(page) {
  const complaints = await page.complaints()
  expect(complaints.length === 0, [...new Set(complaints)].join('; '))
}

function readDocument() {
  return {
    title: document.querySelector('h1').textContent,
    lines: Array.from(
      document.querySelectorAll('p.transcript-line'),
      (line) => line.lastChild.data,
    ),
  }
}

/** Runs in the page. */
function isWhole() {
  return document.querySelector('.transcript-lines')?.getAttribute('aria-busy') === 'false'
}
