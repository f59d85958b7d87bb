import { defineFormat } from '../format.ts'
import { hasOnlyWords, whisperAnswerIn, whisperSegmentsIn } from './shapes.ts'

export const whisperJson = defineFormat({
  id: 'whisper-json',
  name: 'Whisper JSON',
  extensions: ['json', 'jsonl', 'ndjson'],
  mimeTypes: ['application/json', 'text/json', 'application/x-ndjson'],
  detect(head) {
    const whole = head.json()?.value
    const value = whisperAnswerIn(whole)
    const isWhole = value === whole && !Array.isArray(value)
    if (whisperSegmentsIn(value) !== null) return isWhole ? 'certain' : 'likely'
    return hasOnlyWords(value) ? (isWhole ? 'likely' : 'possible') : 'no'
  },
  load: () => import('./read.ts').then(({ readWhisperJson }) => readWhisperJson),
})
