import { expect, test } from 'vitest'
import { createSpeakerTable } from '#formats/parsing/timed-lists/speaker-table.ts'

test('a speaker’s id comes before another speaker’s index', () => {
  const document = {
    speakers: [
      { id: 0, index: 1, name: 'Ada' },
      { id: 1, index: 2, name: 'Bob' },
    ],
  }
  const table = createSpeakerTable(document, { keepsNumbers: false })
  expect([0, 1, 2].map((id) => table.nameOf(id))).toEqual(['Ada', 'Bob', 'Bob'])
})
