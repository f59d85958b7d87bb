import { defineFormat } from '../format.ts'
import { isSurelyGoogle, looksLikeWatson, googleResultsIn } from './shapes.ts'

export const googleStt = defineFormat({
  id: 'google-stt',
  name: 'Google Speech-to-Text JSON',
  extensions: ['json', 'jsonl'],
  mimeTypes: ['application/json'],
  detect(head) {
    const value = head.json()?.value
    const results = googleResultsIn(value)
    if (results === null || looksLikeWatson(value, results)) return 'no'
    return results.slice(0, 20).some(isSurelyGoogle) ? 'certain' : 'likely'
  },
  load: () => import('./read.ts').then(({ readGoogleStt }) => readGoogleStt),
})
