import { defineFormat } from '../format.ts'
import { hasOnlyWords, whisperSegmentsIn } from './shapes.ts'

export const whisperJson = defineFormat({
  id: 'whisper-json',
  name: 'Whisper JSON',
  extensions: ['json', 'jsonl', 'ndjson'],
  mimeTypes: ['application/json', 'text/json', 'application/x-ndjson'],
  detect(head) {
    const value = head.json()?.value
    if (whisperSegmentsIn(value) !== null) return Array.isArray(value) ? 'likely' : 'certain'
    return hasOnlyWords(value) ? 'likely' : 'no'
  },
  load: () => import('./read.ts').then(({ readWhisperJson }) => readWhisperJson),
})
