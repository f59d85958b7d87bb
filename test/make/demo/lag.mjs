import { samplesASecond } from './audio.mjs'

const searchedSeconds = 0.04
const comparedSeconds = 0.25

// How many seconds later than in the mix the sound at a place is found in the decoded recording.
export function lagAt(start, mixed, recording) {
  const first = Math.round(start * samplesASecond)
  const length = Math.round(comparedSeconds * samplesASecond)
  const furthest = Math.round(searchedSeconds * samplesASecond)
  const original = mixed.subarray(first, first + length)
  let best = { likeness: -Infinity, shift: 0 }
  for (let shift = -furthest; shift <= furthest; shift++) {
    const decoded = recording.subarray(first + shift, first + shift + length)
    const likeness = likenessOf(original, decoded)
    if (likeness > best.likeness) best = { likeness, shift }
  }
  return best.shift / samplesASecond
}

function likenessOf(original, decoded) {
  let product = 0
  let power = 0
  for (let index = 0; index < decoded.length; index++) {
    product += original[index] * decoded[index]
    power += decoded[index] ** 2
  }
  return product / Math.sqrt(power)
}
