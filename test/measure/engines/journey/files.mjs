import { expect } from './expect.mjs'

const transcript = `WEBVTT

00:00.000 --> 00:01.000
<v Ada>The first of two lines.

00:01.500 --> 00:03.000
<v Ben>And the second.
`
const wanted = ['The first of two lines.', 'And the second.']

export async function filesOpen(page) {
  const lines = () => page.evaluate(readLines)
  const hasLines = async () => JSON.stringify(await lines()) === JSON.stringify(wanted)
  await page.evaluate(chooseFile, 'two-lines.vtt', 'text/vtt', transcript)
  await page.until('the transcript is shown', hasLines)

  await page.evaluate(chooseFile, 'paper.pdf', 'application/pdf', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n')
  const alert = () =>
    page.evaluate(() => document.querySelector('[role="alert"] p')?.textContent ?? '')
  await page.until('an alert names the PDF', async () => /paper\.pdf .*PDF.*\./.test(await alert()))
  expect(await hasLines(), `after the PDF the page shows: ${(await lines()).join(' / ')}`)
}

function chooseFile(name, type, content) {
  const choice = new DataTransfer()
  choice.items.add(new File([content], name, { type }))
  const input = document.querySelector('input[type="file"]')
  input.files = choice.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

function readLines() {
  return Array.from(document.querySelectorAll('p.transcript-line'), (line) => line.lastChild.data)
}
