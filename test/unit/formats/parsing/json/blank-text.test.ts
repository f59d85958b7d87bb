import { expect, test } from 'vitest'
import { readTranscript } from '#formats/read-transcript.ts'

const times = { start: 1, end: 2 }
const files = {
  'kaldi-json': { retval: { words: [{ ...times, word: 'moss', punct: '' }] } },
  deepgram: {
    metadata: {},
    results: {
      channels: [{ alternatives: [{ words: [{ ...times, word: 'moss', punctuated_word: ' ' }] }] }],
    },
  },
  'whisper-json': {
    segments: [{ ...times, text: '', words: [{ ...times, word: ' moss', probability: 1 }] }],
  },
}

test.each(Object.entries(files))(
  '%s: words are shown where the text beside them is blank',
  async (id, file) => {
    const { format, transcript } = await readTranscript(
      new TextEncoder().encode(JSON.stringify(file)),
    )
    expect(format).toBe(id)
    expect(transcript?.segments.map(({ text }) => text)).toEqual(['moss'])
  },
)
