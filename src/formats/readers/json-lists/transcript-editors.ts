import type { JsonListKind } from './kind.ts'
import { usualWords } from './usual-words.ts'

/** Programs in which people edit transcripts. */
export const transcriptEditors: readonly JsonListKind[] = [
  {
    id: 'premiere',
    name: 'Premiere transcript',
    extensions: ['prtranscript', 'json'],
    shapes: [
      {
        signature: {
          in: ['segments[]', '[]', 'data[]'],
          has: ['words.0.text', 'words.0.duration', 'words.0.start'],
        },
        layout: {
          holds: 'segments',
          keys: {
            text: [],
            start: ['start'],
            duration: ['duration'],
            speaker: ['speaker'],
          },
          words: {
            at: ['words'],
            keys: {
              text: ['text'],
              start: ['start'],
              duration: ['duration'],
              confidence: ['confidence'],
            },
          },
          unitsPerSecond: 1,
        },
      },
    ],
  },
  {
    id: 'happyscribe',
    name: 'Happy Scribe JSON',
    extensions: ['json'],
    shapes: [
      {
        signature: { has: ['words.0.text', 'words.0.data_start'] },
        layout: {
          holds: 'segments',
          keys: { text: [], start: [], speaker: ['speaker', 'speaker_number'] },
          words: {
            at: ['words'],
            keys: {
              text: ['text'],
              start: ['data_start'],
              end: ['data_end'],
              confidence: ['confidence'],
            },
          },
          unitsPerSecond: 1,
        },
      },
    ],
  },
  {
    // https://sonix.ai/docs/api
    id: 'sonix',
    name: 'Sonix JSON',
    extensions: ['json'],
    shapes: [
      {
        signature: {
          in: ['transcript[]'],
          has: ['text', 'start_time'],
          lacks: ['type', 'alternatives', 'speaker_id'],
        },
        layout: {
          holds: 'segments',
          keys: {
            text: ['text'],
            start: ['start_time'],
            end: ['end_time'],
            speaker: ['speaker'],
          },
          words: { at: ['words'], keys: usualWords },
          unitsPerSecond: 1,
        },
      },
    ],
  },
  {
    // https://dev.trint.com: milliseconds; words of one paragraph have one `paragraphId`
    id: 'trint',
    name: 'Trint JSON',
    extensions: ['json'],
    shapes: [
      {
        signature: { in: ['words[]', '[]'], has: ['value', 'time', 'duration'] },
        layout: {
          holds: 'words',
          keys: {
            text: ['value'],
            start: ['time'],
            duration: ['duration'],
            speaker: ['speaker', 'speakerName'],
            confidence: ['confidence'],
          },
          group: 'paragraphId',
          unitsPerSecond: 1000,
        },
      },
    ],
  },
  {
    // github.com/thewh1teagle/vibe, core/src/transcript.rs: hundredths of a second
    id: 'vibe',
    name: 'Vibe JSON',
    extensions: ['json'],
    shapes: [
      {
        signature: {
          in: ['segments[]', '[]', 'data[]', 'result[]'],
          has: ['start', 'stop', 'text'],
        },
        layout: {
          holds: 'segments',
          keys: { text: ['text'], start: ['start'], end: ['stop'], speaker: ['speaker'] },
          keepsNumbers: true,
          unitsPerSecond: 100,
        },
      },
    ],
  },
]
