import { asText } from '../../parsing/json/values.ts'
import { valueAt } from '../../parsing/timed-lists/key-paths.ts'
import type { JsonListKind } from './kind.ts'
import { usualWords } from './usual-words.ts'

const scribeWord = {
  holds: 'words',
  keys: { ...usualWords, text: ['text'], speaker: ['speaker_id', 'speaker'] },
  unitsPerSecond: 1,
  isSound: (item: unknown) => valueAt(item, 'type') === 'audio_event',
} as const

/** Services that recognise speech, called by programs. */
export const cloudRecognisers: readonly JsonListKind[] = [
  {
    // https://elevenlabs.io/docs/api-reference/speech-to-text/convert; several channels in `transcripts`
    id: 'elevenlabs-scribe',
    name: 'ElevenLabs Scribe JSON',
    extensions: ['json'],
    shapes: [
      {
        signature: { in: ['segments[].words[]'], has: ['text', 'start', 'type', 'speaker_id'] },
        layout: scribeWord,
      },
      {
        signature: {
          in: ['words[]'],
          has: ['text', 'start', 'type'],
          lacks: ['duration', 'data_start', 'eos', 'value'],
        },
        layout: { ...scribeWord, channel: 'channel_index' },
      },
    ],
  },
  {
    // https://docs.aws.amazon.com/transcribe/latest/APIReference/API_streaming_Result.html
    id: 'aws-streaming',
    name: 'Amazon Transcribe streaming JSON',
    extensions: ['json', 'jsonl', 'ndjson'],
    shapes: [
      {
        signature: { has: ['StartTime', 'Alternatives.0'], any: ['IsPartial', 'ResultId'] },
        layout: {
          holds: 'segments',
          keys: {
            text: ['Alternatives.0.Transcript'],
            start: ['StartTime'],
            end: ['EndTime'],
            speaker: ['Speaker'],
          },
          words: {
            at: ['Alternatives.0.Items'],
            keys: {
              text: ['Content'],
              start: ['StartTime'],
              end: ['EndTime'],
              speaker: ['Speaker'],
              confidence: ['Confidence'],
            },
          },
          channel: 'ChannelId',
          unitsPerSecond: 1,
          omits: (item) => valueAt(item, 'IsPartial') === true,
        },
      },
    ],
  },
  {
    // https://learn.microsoft.com/azure/ai-services/speech-service/get-speech-recognition-results
    id: 'azure-realtime',
    name: 'Azure real-time speech JSON',
    extensions: ['json', 'jsonl', 'ndjson'],
    shapes: [
      {
        signature: {
          has: ['Offset', 'Duration'],
          any: ['DisplayText', 'NBest', 'Text'],
          isExact: true,
        },
        layout: {
          holds: 'segments',
          keys: {
            text: [
              'DisplayText',
              'NBest.0.Display',
              'Text',
              'NBest.0.MaskedITN',
              'NBest.0.Lexical',
            ],
            start: ['Offset'],
            duration: ['Duration'],
            speaker: ['SpeakerId', 'Speaker'],
          },
          words: {
            at: ['NBest.0.DisplayWords', 'NBest.0.Words'],
            keys: {
              text: ['DisplayText', 'Word'],
              start: ['Offset'],
              duration: ['Duration'],
              confidence: ['Confidence'],
            },
          },
          channel: 'Channel',
          unitsPerSecond: 1e7,
          omits: (item) =>
            !['Success', undefined].includes(asText(valueAt(item, 'RecognitionStatus'))),
        },
      },
    ],
  },
  {
    // https://learn.microsoft.com/azure/azure-video-indexer/insights-overview
    id: 'azure-video-indexer',
    name: 'Azure Video Indexer JSON',
    extensions: ['json'],
    shapes: [
      {
        signature: {
          has: ['text', 'instances.0.start'],
          any: ['speakerId', 'confidence', 'language'],
          in: ['transcript[]'],
        },
        layout: {
          holds: 'segments',
          keys: {
            text: ['text'],
            start: ['instances.0.start', 'instances.0.adjustedStart'],
            end: ['instances.0.end', 'instances.0.adjustedEnd'],
            speaker: ['speakerId'],
          },
          unitsPerSecond: 1,
        },
      },
    ],
  },
  {
    // https://soniox.com/docs: tokens are parts of words
    id: 'soniox',
    name: 'Soniox JSON',
    extensions: ['json', 'jsonl', 'ndjson'],
    shapes: [
      {
        signature: {
          in: ['tokens[]', '[]'],
          has: ['text', 'start_ms'],
          lacks: ['voice', 'words', 'start'],
          any: ['confidence', 'end_ms', 'is_final'],
        },
        layout: {
          holds: 'words',
          keys: {
            text: ['text'],
            start: ['start_ms'],
            end: ['end_ms'],
            duration: ['duration_ms'],
            speaker: ['speaker'],
            confidence: ['confidence'],
          },
          unitsPerSecond: 1000,
          omits: (item) =>
            valueAt(item, 'is_final') === false ||
            valueAt(item, 'translation_status') === 'translation',
        },
      },
    ],
  },
  {
    // https://docs.gladia.io: a finished job, messages of a live session, and the first version
    id: 'gladia',
    name: 'Gladia JSON',
    extensions: ['json', 'jsonl', 'ndjson'],
    shapes: [
      {
        signature: {
          in: ['utterances[]', 'utterance'],
          has: ['text', 'start'],
          any: ['words.0.word', 'channel', 'language'],
          lacks: ['words.0.text'],
        },
        layout: {
          holds: 'segments',
          keys: { text: ['text'], start: ['start'], end: ['end'], speaker: ['speaker'] },
          words: { at: ['words'], keys: usualWords },
          channel: 'channel',
          unitsPerSecond: 1,
          omits: (_item, message) => valueAt(message, 'is_final') === false,
        },
      },
      {
        signature: { has: ['time_begin', 'transcription'] },
        layout: {
          holds: 'segments',
          keys: {
            text: ['transcription'],
            start: ['time_begin'],
            end: ['time_end'],
            speaker: ['speaker'],
          },
          words: {
            at: ['words'],
            keys: { ...usualWords, start: ['time_begin'], end: ['time_end'] },
          },
          unitsPerSecond: 1,
        },
      },
    ],
  },
  {
    // https://developers.cloudflare.com/workers-ai/models: Whisper’s JSON inside an answer
    id: 'cloudflare-whisper',
    name: 'Cloudflare Whisper JSON',
    extensions: ['json'],
    shapes: [
      {
        signature: {
          in: ['segments[]'],
          has: ['start', 'text'],
          around: ['transcription_info', 'word_count'],
        },
        layout: {
          holds: 'segments',
          keys: { text: ['text'], start: ['start'], end: ['end'], speaker: ['speaker'] },
          words: { at: ['words'], keys: usualWords },
          unitsPerSecond: 1,
        },
      },
      {
        signature: { in: ['words[]'], has: ['word', 'start'], around: ['word_count'] },
        layout: { holds: 'words', keys: usualWords, unitsPerSecond: 1 },
      },
    ],
  },
  {
    // https://api.ncloud-docs.com/docs/en/ai-application-service-clovaspeech
    id: 'clova',
    name: 'CLOVA Speech JSON',
    extensions: ['json'],
    shapes: [
      {
        signature: {
          in: ['segments[]'],
          has: ['start', 'text'],
          any: ['diarization', 'textEdited', 'words.0.2'],
        },
        layout: {
          holds: 'segments',
          keys: {
            text: ['textEdited', 'text'],
            start: ['start'],
            end: ['end'],
            speaker: ['speaker', 'diarization'],
          },
          words: { at: ['words'], keys: { text: ['2'], start: ['0'], end: ['1'] } },
          unitsPerSecond: 1000,
        },
      },
    ],
  },
]
