/**
 * What a WebVTT file times, read without any of Earshot's code: its stamped words or, in a cue
 * without stamps, the whole cue.
 *
 * @returns {{ text: string, start: number, end: number }[]} in the file's order, seconds
 */
export function readUnits(file) {
  return file.split(/\n\n+/).flatMap((block) => {
    const lines = block.split('\n')
    const at = lines.findIndex((line) => line.includes(' --> '))
    if (at === -1) return []
    const [start, end] = lines[at].split(' --> ').map(toSeconds)
    const pieces = lines
      .slice(at + 1)
      .join(' ')
      .replaceAll(/<\/?[a-z][^>]*>/g, '')
      .split(/<([\d:.]+)>/)
    // Text and stamps take turns: a piece of text begins with the stamp before it.
    return pieces.flatMap((text, place) => {
      if (place % 2 === 1 || text.trim() === '') return []
      return {
        text: text.trim(),
        start: place === 0 ? start : toSeconds(pieces[place - 1]),
        end: place === pieces.length - 1 ? end : toSeconds(pieces[place + 1]),
      }
    })
  })
}

function toSeconds(stamp) {
  return stamp
    .trim()
    .split(':')
    .reduce((total, part) => total * 60 + Number(part), 0)
}
