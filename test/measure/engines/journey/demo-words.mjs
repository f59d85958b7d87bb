/**
 * The words of the demo and their times, read from the file without the app's code. A stamp followed by white space only
 * begins a silence. A cue without stamps is one stretch of text.
 *
 * @param {string} source WebVTT
 * @returns {{ start: number, end: number, text: string }[]}
 */
export function readWords(source) {
  const blocks = source.replaceAll('\r\n', '\n').split(/\n{2,}/)
  return blocks.flatMap((block) => {
    const [, start, end, text] = /^(\S+) --> (\S+).*\n([\s\S]+)$/m.exec(block) ?? []
    return text === undefined ? [] : wordsOfCue(seconds(start), seconds(end), text)
  })
}

function wordsOfCue(start, end, payload) {
  const stamp = /<([\d:.]+)>/
  const [before, ...stamped] = payload.replaceAll(/<\/?[a-z][^>]*>/g, '').split(stamp)
  const stretches = [{ start, text: before.trim() }]
  for (let at = 0; at < stamped.length; at += 2) {
    stretches.push({ start: seconds(stamped[at]), text: stamped[at + 1].trim() })
  }
  return stretches
    .map((stretch, at) => ({ ...stretch, end: stretches[at + 1]?.start ?? end }))
    .filter(({ text }) => text !== '')
}

const seconds = (stamp) => stamp.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)

/**
 * Finds the words in the lines that the page shows, which may hold several cues each. Throws unless the
 * page shows exactly these words, in this order.
 *
 * @param {ReturnType<typeof readWords>} words
 * @param {readonly string[]} texts
 */
export function placeWords(words, texts) {
  const waiting = [...words]
  const lines = texts.map((text, line) => {
    const placed = []
    let from = 0
    while (waiting.length > 0) {
      const gap = /^\s*/.exec(text.slice(from))[0].length
      if (!text.startsWith(waiting[0].text, from + gap)) break
      const word = waiting.shift()
      placed.push({ ...word, line, from: from + gap })
      from += gap + word.text.length
    }
    const rest = text.slice(from).trim()
    if (rest !== '' || placed.length === 0) {
      throw new Error(
        `line ${line} of the page shows “${rest}” where “${waiting[0]?.text}” is spoken`,
      )
    }
    return { start: placed[0].start, end: placed.at(-1).end, text, words: placed }
  })
  if (waiting.length > 0) throw new Error(`the page does not show “${waiting[0].text}”`)
  return lines
}

/** All that may be painted within these bounds: words, and `null` for a silence. */
export function spokenBetween(lines, from, to) {
  const words = lines.flatMap((line) => line.words)
  const spoken = words.filter(({ start, end }) => start <= to && end > from)
  const edges = [from, ...spoken.map(({ end }) => end)].filter((time) => time <= to)
  const isSilent = (time) => !words.some(({ start, end }) => start <= time && time < end)
  return edges.some(isSilent) ? [...spoken, null] : spoken
}

/** All lines that may be current within these bounds: in a pause, the line before it is. */
export function linesBetween(lines, from, to) {
  const led = lines.map(({ start }, at) => ({ at, start, until: lines[at + 1]?.start ?? Infinity }))
  return led.filter(({ start, until }) => start <= to && until > from).map(({ at }) => at)
}
