import { powerOf, samplesASecond } from './audio.mjs'

const windowSeconds = 0.005
const marginSeconds = 0.12
// Decibels below the loudest window of the sentence.
const onset = { loud: -30, audible: -50 }
const ending = { loud: -35, audible: -36 }

// How many seconds after its stamps the sound of a sentence begins and ends.
export function edgesOf({ start, end }, recording) {
  const from = start - marginSeconds
  const levels = levelsWithin(recording, from, end + marginSeconds)
  let first = levels.findIndex((level) => level > onset.loud)
  while (levels[first - 1] > onset.audible) first--
  let last = levels.findLastIndex((level) => level > ending.loud)
  while (levels[last + 1] > ending.audible) last++
  return {
    begins: from + first * windowSeconds - start,
    ends: from + (last + 1) * windowSeconds - end,
  }
}

// The loudest window of a silence, in decibels below the loudest of its sentence.
export function loudestWithin(silence, sentence, recording) {
  const reference = Math.max(...powersWithin(recording, sentence.start, sentence.end))
  const loudest = Math.max(...powersWithin(recording, silence.start, silence.end))
  return 10 * Math.log10(loudest / reference)
}

function levelsWithin(recording, from, to) {
  const powers = powersWithin(recording, from, to)
  const reference = Math.max(...powers)
  return powers.map((power) => 10 * Math.log10(power / reference))
}

function powersWithin(recording, from, to) {
  const count = Math.floor((to - from) / windowSeconds)
  return Array.from({ length: count }, (_, index) => {
    const first = Math.round((from + index * windowSeconds) * samplesASecond)
    return powerOf(recording.subarray(first, first + windowSeconds * samplesASecond))
  })
}
