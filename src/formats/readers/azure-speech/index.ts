import { defineFormat } from '../format.ts'
import { phrasesIn } from './shapes.ts'

export const azureSpeech = defineFormat({
  id: 'azure-speech',
  name: 'Azure Speech JSON',
  extensions: ['json'],
  mimeTypes: ['application/json'],
  detect(head) {
    return phrasesIn(head.json()?.value) === null ? 'no' : 'certain'
  },
  load: () => import('./read.ts').then(({ readAzureSpeech }) => readAzureSpeech),
})
