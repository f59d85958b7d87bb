import type { JsonListKind } from './kind.ts'

/** Services that record and transcribe meetings and calls. */
export const meetingServices: readonly JsonListKind[] = [
  {
    // https://docs.fireflies.ai, and the download of its web app
    id: 'fireflies',
    name: 'Fireflies JSON',
    extensions: ['json'],
    shapes: [
      {
        signature: {
          has: ['start_time'],
          any: ['raw_text', 'sentence', 'ai_filters'],
          lacks: ['words', 'alternatives'],
        },
        layout: {
          holds: 'segments',
          keys: {
            text: ['text', 'raw_text', 'sentence'],
            start: ['start_time'],
            end: ['end_time'],
            speaker: ['speaker_name', 'speaker', 'speaker_id'],
          },
          unitsPerSecond: 1,
        },
      },
      {
        signature: { in: ['sentences[]'], has: ['text', 'start_time', 'speaker_name'] },
        layout: {
          holds: 'segments',
          keys: {
            text: ['text'],
            start: ['start_time'],
            end: ['end_time'],
            speaker: ['speaker_name', 'speaker_id'],
          },
          unitsPerSecond: 1,
        },
      },
    ],
  },
  {
    // https://docs.recall.ai: `start_timestamp` was a number in the first version
    id: 'recall-ai',
    name: 'Recall.ai JSON',
    extensions: ['json'],
    shapes: [
      {
        signature: { has: ['words.0.text', 'words.0.start_timestamp'] },
        layout: {
          holds: 'segments',
          keys: { text: [], start: [], speaker: ['participant', 'speaker', 'speaker_id'] },
          words: {
            at: ['words'],
            keys: {
              text: ['text'],
              start: ['start_timestamp'],
              end: ['end_timestamp'],
              confidence: ['confidence'],
            },
          },
          unitsPerSecond: 1,
        },
      },
    ],
  },
  {
    // the web app’s answers: offsets count samples at 16 kHz
    id: 'otter-json',
    name: 'Otter JSON',
    extensions: ['json'],
    shapes: [
      {
        signature: { has: ['transcript', 'start_offset'], lacks: ['alternatives'] },
        layout: {
          holds: 'segments',
          keys: {
            text: ['transcript'],
            start: ['start_offset'],
            end: ['end_offset'],
            speaker: ['speaker_name', 'speaker_id', 'speaker_model_label', 'label'],
          },
          words: {
            at: ['alignment'],
            keys: { text: ['word'], start: ['start'], end: ['end'] },
            unitsPerSecond: 1,
          },
          unitsPerSecond: 16_000,
        },
      },
    ],
  },
  {
    // https://gong.app.gong.io/settings/api/documentation: milliseconds
    id: 'gong',
    name: 'Gong JSON',
    extensions: ['json'],
    shapes: [
      {
        signature: {
          in: ['transcript[].sentences[]', '[].sentences[]', 'monologues[].sentences[]'],
          has: ['text', 'start'],
          around: ['speakerId'],
        },
        layout: {
          holds: 'segments',
          keys: {
            text: ['text'],
            start: ['start'],
            end: ['end'],
            speaker: ['speakerName', 'speaker', 'speakerId'],
          },
          unitsPerSecond: 1000,
        },
      },
    ],
  },
  {
    id: 'tldv-json',
    name: 'tl;dv JSON',
    extensions: ['json'],
    isCommon: true,
    shapes: [
      {
        signature: {
          has: ['speaker', 'text', 'startTime'],
          lacks: ['words'],
        },
        layout: {
          holds: 'segments',
          keys: {
            text: ['text'],
            start: ['startTime'],
            end: ['endTime'],
            speaker: ['speaker'],
          },
          unitsPerSecond: 1,
        },
      },
    ],
  },
]
