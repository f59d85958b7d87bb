import { defineFormat } from '../format.ts'
import { isRecord, property } from '../../parsing/json/values.ts'
import { chaptersIn, podcastSegmentsIn } from './shapes.ts'

export const podcastingJson = defineFormat({
  id: 'podcasting-json',
  name: 'Podcasting 2.0 JSON',
  extensions: ['json'],
  mimeTypes: ['application/json', 'application/json+chapters'],
  detect(head) {
    const value = head.json()?.value
    if (podcastSegmentsIn(value) !== null) return 'certain'
    if (chaptersIn(value) === null || (isRecord(value) && Object.hasOwn(value, 'segments')))
      return 'no'
    return typeof property(value, 'version') === 'string' ? 'certain' : 'likely'
  },
  load: () => import('./read.ts').then(({ readPodcastingJson }) => readPodcastingJson),
})
