import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run, soxRead } from './audio.mjs'

const here = import.meta.dirname
const saidAs = new Map(Object.entries(JSON.parse(readFileSync(join(here, 'said-as.json'), 'utf8'))))
const overThePhone = ['highpass', '300', 'highpass', '300', 'lowpass', '3400']
const withoutRumble = ['highpass', '60']

const casting = {
  Nadia: { say: festival, rate: 0.97, effects: withoutRumble },
  Jonas: { say: flite, rate: 1.12, effects: [...withoutRumble, 'treble', '+2', '3000'] },
  Samir: { say: espeak('ar', 38), rate: 0.85, effects: withoutRumble },
  Claire: { say: espeak('fr+f2', 52), rate: 1, effects: overThePhone },
}
const slowRate = 0.88
const rateSpread = 0.06

export function speak(sentence, index, wavePath) {
  const voice = casting[sentence.speaker]
  const rate = voice.rate * (sentence.slow ? slowRate : rateOfSentence(index))
  const lines = voice.say(sentence.words.map(respell).join(' '), wavePath, rate.toFixed(3))
  const times = lines.trim().split('\n').map(timesOf)
  if (times.length !== sentence.words.length) {
    throw new Error(`"${sentence.text}" was spoken as ${times.length} words:\n${lines}`)
  }
  return {
    samples: soxRead(wavePath, voice.effects),
    words: times.map(({ start, end, phones }, place) => ({
      text: sentence.words[place],
      start,
      end,
      phones,
    })),
  }
}

// Golden-ratio steps spread the rates evenly without a pattern that the ear can learn.
function rateOfSentence(index) {
  return 1 + rateSpread * (((index * 0.618034) % 1) - 0.5)
}

function respell(word) {
  return word.replace(/[\p{L}\p{M}]+/u, (letters) => saidAs.get(letters) ?? letters)
}

function timesOf(line) {
  const [start, end, phones] = line.split('\t')
  return { start: Number(start), end: Number(end), phones: phones.trim().split(' ') }
}

function festival(text, wavePath, rate) {
  const call = `(say ${JSON.stringify(text)} ${JSON.stringify(wavePath)} ${rate})`
  return run('festival', ['--batch', join(here, 'say-festival.scm'), call]).stdout.toString()
}

function flite(...request) {
  return python('say-flite.py', request)
}

function espeak(voice, pitch) {
  return (...request) => python('say-espeak.py', [...request, voice, String(pitch)])
}

function python(program, request) {
  return run('python3', [join(here, program), ...request]).stdout.toString()
}
