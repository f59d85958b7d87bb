import { describe, expect, test } from 'vitest'
import { plain } from '../writers/held.ts'
import { readText } from '../fixtures.ts'
import { createKindCounts } from './count-by-kind.ts'
import { dialects, type SpokenCue } from './dialect-files.ts'
import { displayNames, type DisplayName } from './display-names.ts'
import { plainLines, proseLines } from './prose-lines.ts'

const names = displayNames(2000, 7)
const host: DisplayName = { kind: 'two names', name: 'Grace Hill' }

/** Meetings of six people: one speaks in every other cue, two of the others twice, and three once. */
function meetings(): SpokenCue[][] {
  const perMeeting = 5
  return Array.from({ length: Math.ceil(names.length / perMeeting) }, (_, at) => {
    const guests = names.slice(at * perMeeting, (at + 1) * perMeeting)
    const order = [...guests, ...guests.slice(0, 2)].flatMap((guest) => [host, guest])
    return order.map((speaker, turn) => ({
      start: 1 + 5 * turn,
      end: 5 + 5 * turn,
      speaker,
      text: `We walked ${turn} miles, and then it rained.`,
    }))
  })
}

describe.each(Object.entries(dialects))('%s', (dialect, { fileName, write }) => {
  test('at least 99.9 % of the cues are at their speakers', async () => {
    const failures = createKindCounts()
    let cues = 0
    for (const meeting of meetings()) {
      const { transcript } = await readText(write(meeting), { fileName })
      const found = transcript === null ? [] : plain(transcript).segments
      for (const { speaker, text, start } of meeting) {
        cues += 1
        const read = found.find((segment) => segment.text.includes(text))
        const isRight = read?.name === speaker.name && read.text === text
        const shown = `${speaker.name} → ${read?.name ?? 'nobody'}: ${read?.text ?? 'lost'} (${start})`
        if (!isRight) failures.count(speaker.kind, shown)
      }
    }
    if (failures.total > 0) console.log(`${dialect}: ${failures.total} of ${cues}\n${failures}`)
    expect(failures.total / cues).toBeLessThanOrEqual(0.001)
  })
})

/** Texts of 50 lines with colons, with as many others between them or none. */
function textsOf(share: 'half' | 'all'): { kind: string; line: string }[][] {
  const perText = 50
  const lines = proseLines(2000, 11)
  const others = plainLines(2000, 13).map((line) => ({ kind: 'no colon', line }))
  return Array.from({ length: lines.length / perText }, (_, at) =>
    lines
      .slice(at * perText, (at + 1) * perText)
      .flatMap((each, place) => (share === 'all' ? [each] : [each, others[at * perText + place]!])),
  )
}

const containers: Readonly<Record<string, (lines: readonly string[]) => string>> = {
  'plain text': (lines) => lines.join('\n\n'),
  'lines of a text': (lines) => lines.join('\n'),
  'WebVTT cues': (lines) =>
    `WEBVTT\n\n${lines.map((line, at) => `${stampOf(at)} --> ${stampOf(at + 1)}\n${line}`).join('\n\n')}`,
}

function stampOf(seconds: number): string {
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}.000`
}

describe.each(Object.entries(containers))('prose with colons, as %s', (container, write) => {
  test.each(['half', 'all'] as const)(
    '%s of the lines: at most 0.1 %% get a speaker',
    async (share) => {
      const failures = createKindCounts()
      let count = 0
      for (const text of textsOf(share)) {
        count += text.length
        const { transcript } = await readText(write(text.map(({ line }) => line)))
        const read = plain(transcript!).segments
        for (const { name, text: said } of read) {
          if (name === null) continue
          const from = text.find(({ line }) => line.includes(said))
          failures.count(from?.kind ?? 'several lines', `${name} → ${said.slice(0, 60)}`)
        }
      }
      if (failures.total > 0)
        console.log(`${container}: ${failures.total} of ${count}\n${failures}`)
      expect(failures.total / count).toBeLessThanOrEqual(0.001)
    },
  )
})
