import { defineFormat } from '../format.ts'
import { partsIn } from './shapes.ts'

export const bedrockAudio = defineFormat({
  id: 'bedrock-audio',
  name: 'Bedrock Data Automation JSON',
  extensions: ['json'],
  mimeTypes: ['application/json'],
  detect(head) {
    return partsIn(head.json()?.value) === null ? 'no' : 'certain'
  },
  load: () => import('./read.ts').then(({ readBedrockAudio }) => readBedrockAudio),
})
