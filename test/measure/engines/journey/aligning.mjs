import { setTimeout as delay } from 'node:timers/promises'
import { expect } from './expect.mjs'

/** Seconds of the demo, to the end of a line: two voices, a few words of Arabic between. */
const length = 64
const timeoutMs = 50_000
/** Words in the last third, far from music and other languages. */
const wanted = 'polished'

/**
 * Aligns a minute of the demo with its plain text, and checks that the middle of each word marks that word.
 *
 * @param {ReturnType<typeof import('./player-page.mjs').createPlayerPage>} page
 */
export async function wordsAreFoundInSound(page, { lines }) {
  const said = lines.filter(({ end }) => end < length)
  await page.evaluate(openExcerpt, length, said.map(({ text }) => text).join('\n\n'))
  const hasOffer = () => page.evaluate(isOffered)
  await page.until('the words are offered to be found', hasOffer)
  await page.click('.alignment-note .kit-button-strong')
  const begun = Date.now()
  let sentence = ''
  while (!/words (were )?found/.test(sentence)) {
    expect(Date.now() - begun < timeoutMs, `after ${timeoutMs / 1000} s the page says: ${sentence}`)
    await delay(200)
    sentence = await page.evaluate(readNote)
  }
  const word = said.flatMap(({ words }) => words).find(({ text }) => text.startsWith(wanted))
  await page.pauseAt((word.start + word.end) / 2)
  const marked = () => page.evaluate(readMarked)
  await page.until(`“${wanted}” is marked`, async () => (await marked()) === wanted)
}

/** 16 bits, mono, 16 kHz, made of the demo's own sound. */
async function openExcerpt(seconds, text) {
  const rate = 16_000
  const answer = await fetch('demo/demo.mp3')
  const whole = await new OfflineAudioContext(1, 1, rate).decodeAudioData(
    await answer.arrayBuffer(),
  )
  const samples = whole.getChannelData(0).subarray(0, seconds * rate)
  const wave = new DataView(new ArrayBuffer(44 + samples.length * 2))
  const write = (at, sign) =>
    [...sign].forEach((each, i) => wave.setUint8(at + i, each.charCodeAt(0)))
  write(0, 'RIFF')
  wave.setUint32(4, 36 + samples.length * 2, true)
  write(8, 'WAVEfmt ')
  wave.setUint32(16, 16, true)
  wave.setUint16(20, 1, true)
  wave.setUint16(22, 1, true)
  wave.setUint32(24, rate, true)
  wave.setUint32(28, rate * 2, true)
  wave.setUint16(32, 2, true)
  wave.setUint16(34, 16, true)
  write(36, 'data')
  wave.setUint32(40, samples.length * 2, true)
  samples.forEach((value, at) => {
    wave.setInt16(44 + at * 2, Math.max(-1, Math.min(1, value)) * 32_767, true)
  })
  const choice = new DataTransfer()
  choice.items.add(new File([wave], 'minute.wav', { type: 'audio/wav' }))
  choice.items.add(new File([text], 'minute.txt', { type: 'text/plain' }))
  const input = document.querySelector('input[type="file"]')
  input.files = choice.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

function isOffered() {
  const isOpen = document.querySelector('h1').textContent === 'minute.wav'
  return isOpen && document.querySelector('.alignment-note .kit-button-strong') !== null
}

function readNote() {
  return document.querySelector('.alignment-note p')?.textContent ?? ''
}

async function readMarked() {
  await new Promise((resolve) => requestAnimationFrame(resolve))
  return Array.from(CSS.highlights.get('spoken-word') ?? [], String).join(' ')
}
