import type { JsonListKind } from './kind.ts'
import { usualWords } from './usual-words.ts'

/** Speech models that people run themselves. */
export const speechModels: readonly JsonListKind[] = [
  {
    // github.com/senstella/parakeet-mlx (sentences of tokens), and ports to C++ (words called `w`)
    id: 'parakeet',
    name: 'Parakeet JSON',
    extensions: ['json'],
    shapes: [
      {
        signature: { in: ['sentences[]'], has: ['text', 'start'], any: ['tokens.0', 'duration'] },
        layout: {
          holds: 'segments',
          keys: { text: ['text'], start: ['start'], end: ['end'], speaker: ['speaker'] },
          words: { at: ['tokens'], keys: { ...usualWords, duration: ['duration'] } },
          unitsPerSecond: 1,
        },
      },
      {
        signature: { has: ['w', 'start'] },
        layout: {
          holds: 'words',
          keys: { ...usualWords, speaker: ['speaker', 'spk'] },
          unitsPerSecond: 1,
        },
      },
    ],
  },
  {
    // github.com/NVIDIA/NeMo: `start_offset` counts frames, whose length the file does not say
    id: 'nemo',
    name: 'NeMo JSON',
    extensions: ['json', 'jsonl'],
    shapes: [
      {
        signature: { in: ['segment[]'], has: ['segment', 'start'] },
        layout: {
          holds: 'segments',
          keys: { text: ['segment'], start: ['start'], end: ['end'], speaker: ['speaker'] },
          wordsBeside: { at: ['word'], keys: { ...usualWords, text: ['word'] } },
          unitsPerSecond: 1,
        },
      },
      {
        signature: { in: ['word[]'], has: ['word', 'start', 'start_offset'] },
        layout: { holds: 'words', keys: { ...usualWords, text: ['word'] }, unitsPerSecond: 1 },
      },
      {
        signature: { in: ['segment[]'], has: ['segment', 'start_offset'] },
        layout: {
          holds: 'segments',
          keys: { text: ['segment'], start: ['start_offset'], end: ['end_offset'] },
          wordsBeside: {
            at: ['word'],
            keys: { text: ['word'], start: ['start_offset'], end: ['end_offset'] },
          },
          unitsPerSecond: 12.5,
          isUnitUnsure: true,
        },
      },
      {
        signature: { in: ['word[]'], has: ['word', 'start_offset'] },
        layout: {
          holds: 'words',
          keys: { text: ['word'], start: ['start_offset'], end: ['end_offset'] },
          unitsPerSecond: 12.5,
          isUnitUnsure: true,
        },
      },
    ],
  },
  {
    // github.com/alphacep/vosk-api: one object for each utterance
    id: 'vosk',
    name: 'Vosk JSON',
    extensions: ['json', 'jsonl', 'txt'],
    shapes: [
      {
        signature: { notIn: ['alternatives[]'], has: ['result.0.word', 'result.0.start'] },
        layout: {
          holds: 'segments',
          keys: { text: [], start: [] },
          words: { at: ['result'], keys: usualWords },
          unitsPerSecond: 1,
        },
      },
      {
        signature: { has: ['alternatives.0.result.0.word'] },
        layout: {
          holds: 'segments',
          keys: { text: [], start: [] },
          words: { at: ['alternatives.0.result'], keys: usualWords },
          unitsPerSecond: 1,
        },
      },
    ],
  },
  {
    // github.com/modelscope/FunASR: milliseconds
    id: 'funasr',
    name: 'FunASR JSON',
    extensions: ['json'],
    shapes: [
      {
        signature: {
          in: ['sentence_info[]', 'sentences[]'],
          has: ['start'],
          any: ['timestamp.0', 'ts_list.0', 'spk'],
        },
        layout: {
          holds: 'segments',
          keys: {
            text: ['text', 'sentence'],
            start: ['start'],
            end: ['end'],
            speaker: ['spk', 'speaker'],
          },
          words: {
            at: ['timestamp', 'ts_list'],
            keys: { text: [], start: ['0'], end: ['1'] },
            areUnspelled: true,
          },
          unitsPerSecond: 1000,
        },
      },
      {
        signature: { has: ['text', 'timestamp.1.1'], lacks: ['chunks'] },
        layout: {
          holds: 'segments',
          keys: { text: ['text'], start: ['timestamp.0.0'] },
          words: {
            at: ['timestamp'],
            keys: { text: [], start: ['0'], end: ['1'] },
            areUnspelled: true,
          },
          unitsPerSecond: 1000,
        },
      },
    ],
  },
  {
    // servers around whisper.cpp: its `t0` and `t1`, in hundredths or milliseconds
    id: 't0-t1-json',
    name: 'Recogniser JSON with t0 and t1',
    extensions: ['json'],
    isCommon: true,
    shapes: [
      {
        signature: { has: ['t0', 't1', 'text'] },
        layout: {
          holds: 'segments',
          keys: { text: ['text'], start: ['t0'], end: ['t1'], speaker: ['speaker'] },
          words: {
            at: ['words'],
            keys: {
              text: ['text', 'word'],
              start: ['t0'],
              end: ['t1'],
              confidence: ['p', 'confidence'],
            },
          },
        },
      },
    ],
  },
]
