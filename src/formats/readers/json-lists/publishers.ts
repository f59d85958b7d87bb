import type { JsonListKind } from './kind.ts'

/** Sites that publish recordings with their transcripts. */
export const publishers: readonly JsonListKind[] = [
  {
    // podlove.org/transcripts; also read from the address of an episode
    id: 'podlove-json',
    name: 'Podlove JSON',
    extensions: ['json'],
    shapes: [
      {
        signature: { has: ['text', 'start_ms'], any: ['voice', 'start'] },
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
        signature: { has: ['text', 'start', 'voice'], lacks: ['words'] },
        layout: {
          holds: 'segments',
          keys: { text: ['text'], start: ['start'], end: ['end'], speaker: ['voice', 'speaker'] },
        },
      },
    ],
  },
  {
    // ted.com: paragraphs of cues, in milliseconds, without ends
    id: 'ted',
    name: 'TED JSON',
    extensions: ['json'],
    shapes: [
      {
        signature: { in: ['cues[]'], has: ['text', 'time'] },
        layout: {
          holds: 'segments',
          keys: { text: ['text'], start: ['time'], end: ['end'], duration: ['duration'] },
          unitsPerSecond: 1000,
        },
      },
      {
        // the answers of its former site
        signature: { in: ['captions[]'], has: ['content', 'startTime', 'duration'] },
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
        signature: { in: ['body[]'], has: ['from', 'content'] },
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
    extensions: ['json'],
    shapes: [
      {
        signature: { in: ['text_blocks[]'], has: ['text', 'start'] },
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
    extensions: ['json'],
    shapes: [
      {
        signature: { in: ['parts[]'], has: ['text', 'start_time'] },
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
]
