import { defineFormat } from '../format.ts'
import { callTurnsIn } from './shapes.ts'

export const awsCallAnalytics = defineFormat({
  id: 'aws-call-analytics',
  name: 'Amazon Transcribe Call Analytics JSON',
  extensions: ['json'],
  mimeTypes: ['application/json'],
  detect(head) {
    return callTurnsIn(head.json()?.value) === null ? 'no' : 'certain'
  },
  load: () => import('./read.ts').then(({ readAwsCallAnalytics }) => readAwsCallAnalytics),
})
