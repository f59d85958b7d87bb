import { defineFormat } from '../format.ts'
import { isRecord, own } from '../../parsing/json/values.ts'
import { chaptersIn, segmentsIn } from './shapes.ts'

export const podcastingJson = defineFormat({
  id: 'podcasting-json',
  name: 'Podcasting 2.0 JSON',
  extensions: ['json'],
  mimeTypes: ['application/json', 'application/json+chapters'],
  detect(head) {
    const value = head.json()?.value
    if (segmentsIn(value) !== null) return 'certain'
    if (chaptersIn(value) === null || (isRecord(value) && Object.hasOwn(value, 'segments')))
      return 'no'
    return typeof own(value, 'version') === 'string' ? 'certain' : 'likely'
  },
  load: () => import('./read.ts').then(({ readPodcastingJson }) => readPodcastingJson),
})
