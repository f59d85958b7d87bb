import { defineFormat } from '../format.ts'
import { findChapterLines, isSparse } from './lines.ts'

export const chapterList = defineFormat({
  id: 'chapter-list',
  name: 'Chapter list (mp4chaps, OGM)',
  extensions: ['txt', 'chapters'],
  mimeTypes: ['text/x-chapters'],
  detect({ text, fileName }) {
    const found = findChapterLines(text)
    if (found === null) return 'no'
    return found.isOgm || isSparse(found) || /chapter|kapitel/i.test(fileName) ? 'certain' : 'no'
  },
  load: () => import('./read.ts').then(({ readChapterList }) => readChapterList),
})
