import { describe, expect, test } from 'vitest'
import { readTranscript } from '#formats/read-transcript.ts'
import { writeTranscript } from '#formats/write-transcript.ts'
import { writers } from '#formats/writers/registry.ts'
import type { SpeakerId, Transcript } from '#transcript/transcript.ts'
import { plain } from '../writers/held.ts'
import { createKindCounts } from './count-by-kind.ts'
import { displayNames, type DisplayName } from './display-names.ts'

const names = displayNames(2000, 23)

/** Conversations of five people, two of whom speak twice. */
function conversations(): DisplayName[][] {
  const size = 5
  return Array.from({ length: names.length / size }, (_, at) => {
    const people = names.slice(at * size, (at + 1) * size)
    return [...people, ...people.slice(0, 2)]
  })
}

function transcriptOf(turns: readonly DisplayName[]): Transcript {
  const people = [...new Set(turns)]
  const idOf = (turn: DisplayName) => `speaker-${people.indexOf(turn) + 1}` as SpeakerId
  return {
    timing: 'segment',
    speakers: people.map((person) => ({ id: idOf(person), name: person.name })),
    chapters: [],
    segments: turns.map((turn, at) => ({
      start: 5 * at,
      end: 5 * at + 4,
      speaker: idOf(turn),
      kind: 'speech',
      text: `We walked ${at} miles: it rained.`,
      words: [],
    })),
  }
}

describe.each(writers.map(({ id }) => id))('%s', (format) => {
  test('what is written is read with the same speakers', { timeout: 60_000 }, async () => {
    const failures = createKindCounts()
    let count = 0
    for (const turns of conversations()) {
      const written = await writeTranscript(transcriptOf(turns), format, { fileName: 'walk.mp3' })
      const bytes = written.bytes ?? new TextEncoder().encode(written.text)
      const { transcript } = await readTranscript(bytes, { fileName: written.fileName })
      const read = transcript === null ? [] : plain(transcript).segments
      for (const [at, { kind, name }] of turns.entries()) {
        count += 1
        const text = `We walked ${at} miles: it rained.`
        const found = read.find((segment) => segment.text.includes(text))
        if (found?.name === name && found.text === text) continue
        failures.count(kind, `${name} → ${found?.name ?? 'nobody'}: ${found?.text ?? 'lost'}`)
      }
    }
    if (failures.total > 0) console.log(`${format}: ${failures.total} of ${count}\n${failures}`)
    expect(failures.total).toBe(0)
  })
})
