/** Every transcript of the bench: a word each 0.36 s, without pauses, in lines of 40 words. */
export const secondsPerWord = 0.36
export const wordsInLine = 40

const wordsInCue = 10
const wordsInSentence = 20
const linesInTurn = 5
const speakers = ['Ada', 'Ben']
const vocabulary =
  'the of and to in is that was for it with as his on be at by had not are but from or have an ' +
  'they which one you were all her she there would their we him been has when who will more no if ' +
  'out so what up said about than its into them can only other time new some could these two may ' +
  'first then do any like my now over such our man even most made after also did many before ' +
  'through years where much your way down should because long each just state people those too'
const known = vocabulary.split(' ')

/** The text of a word; the last one of a transcript occurs nowhere else in it. */
export function wordAt(index, count) {
  if (index === count - 1) return 'goodbye.'
  // A fixed scatter over the vocabulary (Knuth's multiplicative hash): each run has the same words.
  const word = known[(Math.imul(index + 1, 2654435761) >>> 8) % known.length]
  return (index + 1) % wordsInSentence === 0 ? `${word}.` : word
}

export const startOf = (index) => index * secondsPerWord

const speakerOf = (index) => speakers[Math.floor(index / wordsInLine / linesInTurn) % 2]

/** WebVTT with the time of each word, as speech recognisers write it. */
export function toWebVtt(count) {
  const cues = ['WEBVTT']
  for (let first = 0; first < count; first += wordsInCue) {
    const words = Array.from({ length: wordsInCue }, (_, at) => {
      const index = first + at
      return `<${stamp(index)}>${wordAt(index, count)}`
    })
    const times = `${stamp(first)} --> ${stamp(first + wordsInCue)}`
    cues.push(`${times}\n<v ${speakerOf(first)}>${words.join(' ')}`)
  }
  return `${cues.join('\n\n')}\n`
}

function stamp(index) {
  const milliseconds = Math.round(startOf(index) * 1000)
  const pad = (value, length = 2) => String(Math.floor(value)).padStart(length, '0')
  const seconds = milliseconds / 1000
  return `${pad(seconds / 3600)}:${pad((seconds / 60) % 60)}:${pad(seconds % 60)}.${pad(milliseconds % 1000, 3)}`
}

/**
 * The paragraphs of a hyperaudio-lite transcript, as its README has them, with one thing in its favour:
 * no white space between two spans, which would be a text node more a word.
 */
export function toHyperaudioParagraphs(count) {
  const paragraphs = []
  for (let first = 0; first < count; first += wordsInLine) {
    const words = Array.from({ length: wordsInLine }, (_, at) => {
      const index = first + at
      return `<span data-m="${index * 360}" data-d="360">${wordAt(index, count)} </span>`
    })
    const begins = first === 0 || speakerOf(first) !== speakerOf(first - 1)
    const name = `<span data-m="${first * 360}" data-d="0" class="speaker">${speakerOf(first)}: </span>`
    paragraphs.push(`<p>${begins ? name : ''}${words.join('')}</p>`)
  }
  return paragraphs.join('\n')
}
