import { defineFormat } from '../format.ts'
import { hasItems, awsResultsIn } from './shapes.ts'

export const awsTranscribe = defineFormat({
  id: 'aws-transcribe',
  name: 'Amazon Transcribe JSON',
  extensions: ['json'],
  mimeTypes: ['application/json'],
  detect(head) {
    const results = awsResultsIn(head.json()?.value)
    if (results === null) return 'no'
    return hasItems(results) ? 'certain' : 'likely'
  },
  load: () => import('./read.ts').then(({ readAwsTranscribe }) => readAwsTranscribe),
})
