import { asText } from '../../parsing/json/values.ts'
import { valueAt } from '../../parsing/timed-lists/key-paths.ts'
import type { JsonListKind } from './kind.ts'

const json = ['json']

/** `{text|word, start, end}`, as most recognisers write words. */
const usualWords = {
  text: ['word', 'text', 'w', 'punctuated_word'],
  start: ['start', 'start_time'],
  end: ['end', 'end_time'],
  confidence: ['confidence', 'conf', 'probability', 'score', 'logprob'],
} as const

const scribeWord = {
  holds: 'words',
  keys: { ...usualWords, text: ['text'], speaker: ['speaker_id', 'speaker'] },
  unitsPerSecond: 1,
  isSound: (item: unknown) => valueAt(item, 'type') === 'audio_event',
} as const

/** Kinds of JSON, most specific first: of two that fit a file, the first reads it. */
export const jsonListKinds: readonly JsonListKind[] = [
  {
    // https://elevenlabs.io/docs/api-reference/speech-to-text/convert; several channels in `transcripts`
    id: 'elevenlabs-scribe',
    name: 'ElevenLabs Scribe JSON',
    extensions: json,
    shapes: [
      {
        sign: { in: ['segments[].words[]'], has: ['text', 'start', 'type', 'speaker_id'] },
        layout: scribeWord,
      },
      {
        sign: {
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
        sign: { has: ['StartTime', 'Alternatives.0'], any: ['IsPartial', 'ResultId'] },
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
        sign: { has: ['Offset', 'Duration'], any: ['DisplayText', 'NBest', 'Text'], isExact: true },
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
    extensions: json,
    shapes: [
      {
        sign: {
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
        sign: {
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
        sign: {
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
        sign: { has: ['time_begin', 'transcription'] },
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
    // github.com/senstella/parakeet-mlx (sentences of tokens), and ports to C++ (words called `w`)
    id: 'parakeet',
    name: 'Parakeet JSON',
    extensions: json,
    shapes: [
      {
        sign: { in: ['sentences[]'], has: ['text', 'start'], any: ['tokens.0', 'duration'] },
        layout: {
          holds: 'segments',
          keys: { text: ['text'], start: ['start'], end: ['end'], speaker: ['speaker'] },
          words: { at: ['tokens'], keys: { ...usualWords, duration: ['duration'] } },
          unitsPerSecond: 1,
        },
      },
      {
        sign: { has: ['w', 'start'] },
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
        sign: { in: ['segment[]'], has: ['segment', 'start'] },
        layout: {
          holds: 'segments',
          keys: { text: ['segment'], start: ['start'], end: ['end'], speaker: ['speaker'] },
          wordsBeside: { at: ['word'], keys: { ...usualWords, text: ['word'] } },
          unitsPerSecond: 1,
        },
      },
      {
        sign: { in: ['word[]'], has: ['word', 'start', 'start_offset'] },
        layout: { holds: 'words', keys: { ...usualWords, text: ['word'] }, unitsPerSecond: 1 },
      },
      {
        sign: { in: ['segment[]'], has: ['segment', 'start_offset'] },
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
        sign: { in: ['word[]'], has: ['word', 'start_offset'] },
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
    // https://developers.cloudflare.com/workers-ai/models: Whisper’s JSON inside an answer
    id: 'cloudflare-whisper',
    name: 'Cloudflare Whisper JSON',
    extensions: json,
    shapes: [
      {
        sign: {
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
        sign: { in: ['words[]'], has: ['word', 'start'], around: ['word_count'] },
        layout: { holds: 'words', keys: usualWords, unitsPerSecond: 1 },
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
        sign: { notIn: ['alternatives[]'], has: ['result.0.word', 'result.0.start'] },
        layout: {
          holds: 'segments',
          keys: { text: [], start: [] },
          words: { at: ['result'], keys: usualWords },
          unitsPerSecond: 1,
        },
      },
      {
        sign: { has: ['alternatives.0.result.0.word'] },
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
    // https://docs.fireflies.ai, and the download of its web app
    id: 'fireflies',
    name: 'Fireflies JSON',
    extensions: json,
    shapes: [
      {
        sign: {
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
        sign: { in: ['sentences[]'], has: ['text', 'start_time', 'speaker_name'] },
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
    extensions: json,
    shapes: [
      {
        sign: { has: ['words.0.text', 'words.0.start_timestamp'] },
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
    id: 'premiere',
    name: 'Premiere transcript',
    extensions: ['prtranscript', 'json'],
    shapes: [
      {
        sign: {
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
    // the web app’s answers: offsets count samples at 16 kHz
    id: 'otter-json',
    name: 'Otter JSON',
    extensions: json,
    shapes: [
      {
        sign: { has: ['transcript', 'start_offset'], lacks: ['alternatives'] },
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
    extensions: json,
    shapes: [
      {
        sign: {
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
    // podlove.org/transcripts; also read from the address of an episode
    id: 'podlove-json',
    name: 'Podlove JSON',
    extensions: json,
    shapes: [
      {
        sign: { has: ['text', 'start_ms'], any: ['voice', 'start'] },
        layout: {
          holds: 'segments',
          keys: {
            text: ['text'],
            start: ['start', 'start_ms'],
            end: ['end', 'end_ms'],
            speaker: ['voice', 'speaker'],
          },
          unitsPerSecond: 1000,
        },
      },
      {
        sign: { has: ['text', 'start', 'voice'], lacks: ['words'] },
        layout: {
          holds: 'segments',
          keys: { text: ['text'], start: ['start'], end: ['end'], speaker: ['voice', 'speaker'] },
        },
      },
    ],
  },
  {
    // https://api.ncloud-docs.com/docs/en/ai-application-service-clovaspeech
    id: 'clova',
    name: 'CLOVA Speech JSON',
    extensions: json,
    shapes: [
      {
        sign: {
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
  {
    id: 'happyscribe',
    name: 'Happy Scribe JSON',
    extensions: json,
    shapes: [
      {
        sign: { has: ['words.0.text', 'words.0.data_start'] },
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
    extensions: json,
    shapes: [
      {
        sign: {
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
    extensions: json,
    shapes: [
      {
        sign: { in: ['words[]', '[]'], has: ['value', 'time', 'duration'] },
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
    // ted.com: paragraphs of cues, in milliseconds, without ends
    id: 'ted',
    name: 'TED JSON',
    extensions: json,
    shapes: [
      {
        sign: { in: ['cues[]'], has: ['text', 'time'] },
        layout: {
          holds: 'segments',
          keys: { text: ['text'], start: ['time'], end: ['end'], duration: ['duration'] },
          unitsPerSecond: 1000,
        },
      },
      {
        // the answers of its former site
        sign: { in: ['captions[]'], has: ['content', 'startTime', 'duration'] },
        layout: {
          holds: 'segments',
          keys: { text: ['content'], start: ['startTime'], duration: ['duration'] },
          unitsPerSecond: 1000,
        },
      },
    ],
  },
  {
    id: 'bilibili',
    name: 'Bilibili JSON',
    extensions: ['json', 'bcc'],
    shapes: [
      {
        sign: { in: ['body[]'], has: ['from', 'content'] },
        layout: {
          holds: 'segments',
          keys: { text: ['content'], start: ['from'], end: ['to'] },
          unitsPerSecond: 1,
        },
      },
    ],
  },
  {
    // api.oyez.org: the speaker is that of a turn, the texts are its blocks
    id: 'oyez',
    name: 'Oyez JSON',
    extensions: json,
    shapes: [
      {
        sign: { in: ['text_blocks[]'], has: ['text', 'start'] },
        layout: {
          holds: 'segments',
          keys: { text: ['text'], start: ['start'], end: ['stop', 'end'], speaker: ['speaker'] },
          unitsPerSecond: 1,
        },
      },
    ],
  },
  {
    // American Archive of Public Broadcasting; github.com/WGBH-MLA
    id: 'aapb',
    name: 'AAPB JSON',
    extensions: json,
    shapes: [
      {
        sign: { in: ['parts[]'], has: ['text', 'start_time'] },
        layout: {
          holds: 'segments',
          keys: {
            text: ['text'],
            start: ['start_time'],
            end: ['end_time'],
            speaker: ['speaker_name', 'speaker_id', 'speaker'],
          },
          unitsPerSecond: 1,
        },
      },
    ],
  },
  {
    // github.com/modelscope/FunASR: milliseconds
    id: 'funasr',
    name: 'FunASR JSON',
    extensions: json,
    shapes: [
      {
        sign: {
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
        sign: { has: ['text', 'timestamp.1.1'], lacks: ['chunks'] },
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
    // github.com/thewh1teagle/vibe, core/src/transcript.rs: hundredths of a second
    id: 'vibe',
    name: 'Vibe JSON',
    extensions: json,
    shapes: [
      {
        sign: { in: ['segments[]', '[]', 'data[]', 'result[]'], has: ['start', 'stop', 'text'] },
        layout: {
          holds: 'segments',
          keys: { text: ['text'], start: ['start'], end: ['stop'], speaker: ['speaker'] },
          keepsNumbers: true,
          unitsPerSecond: 100,
        },
      },
    ],
  },
  {
    id: 'tldv-json',
    name: 'tl;dv JSON',
    extensions: json,
    isCommon: true,
    shapes: [
      {
        sign: {
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
  {
    // servers around whisper.cpp: its `t0` and `t1`, in hundredths or milliseconds
    id: 't0-t1-json',
    name: 'Recogniser JSON with t0 and t1',
    extensions: json,
    isCommon: true,
    shapes: [
      {
        sign: { has: ['t0', 't1', 'text'] },
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
