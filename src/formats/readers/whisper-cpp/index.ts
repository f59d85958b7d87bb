import { defineFormat } from '../format.ts'
import { transcriptionIn } from './shapes.ts'

export const whisperCpp = defineFormat({
  id: 'whisper-cpp',
  name: 'whisper.cpp JSON',
  extensions: ['json'],
  mimeTypes: ['application/json'],
  detect(head) {
    return transcriptionIn(head.json()?.value) === null ? 'no' : 'certain'
  },
  load: () => import('./read.ts').then(({ readWhisperCpp }) => readWhisperCpp),
})
