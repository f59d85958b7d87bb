import { defineFormat } from '../format.ts'

/** `[01:02.34]` at the beginning of a line. Timestamps in other texts rarely have hundredths. */
const fineStamp = /^\s{0,9}\[\d{1,4}:\d{1,2}\.\d{1,3}\]/
const coarseStamp = /^\s{0,9}\[\d{1,4}:\d{2}(?::\d{2})?\]/
const tagLine = /^\s{0,9}\[(?:ti|ar|al|au|by|re|ve|la|length|offset):/i

export const lrc = defineFormat({
  id: 'lrc',
  name: 'LRC lyrics',
  extensions: ['lrc'],
  mimeTypes: ['application/lrc', 'application/x-lrc', 'text/lrc', 'text/x-lrc'],
  detect({ text, extension }) {
    let fine = 0
    let coarse = 0
    let tags = 0
    let others = 0
    for (const line of text.split('\n')) {
      if (fineStamp.test(line)) fine += 1
      else if (coarseStamp.test(line)) coarse += 1
      else if (tagLine.test(line)) tags += 1
      else if (line.trim() !== '') others += 1
    }
    if (fine + coarse === 0) return 'no'
    if (tags > 0 || fine > others) return 'certain'
    // `[1:02]` and `[01:02:03]` also begin turns of conversations
    return coarse > others && extension === 'lrc' ? 'certain' : 'possible'
  },
  load: () => import('./read.ts').then(({ readLrc }) => readLrc),
})
