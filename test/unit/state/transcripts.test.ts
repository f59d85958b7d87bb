import { describe, expect, test } from 'vitest'
import { createAppStore } from '#state/store.ts'
import { shownChapters, recordsOf, shownRecord, shownTranscript } from '#state/transcripts.ts'
import type { RequestId, TranscriptId } from '#state/transcripts.ts'
import { openTranscript, readAs } from '../../support/open-transcript.ts'
import { segment, spoken, transcript } from '../../support/transcripts.ts'

const untimed = () => transcript([segment('Good morning', null, null)])

const names = (store: ReturnType<typeof createAppStore>) =>
  recordsOf(store.getState().transcripts).map(({ source }) => source.name)

describe('the open transcripts', () => {
  test('are plain data: a structured clone and a JSON copy of a record are equal to it', () => {
    const store = createAppStore()
    const id = openTranscript(store, spoken('0 Good 0.4 morning 0.9 | 5 Hello'))
    store.getState().transcriptChanged(id, { timed: spoken('1 Good 1.4 morning 1.9 | 6 Hello') })
    const { transcripts } = store.getState()
    expect(structuredClone(transcripts)).toEqual(transcripts)
    const { bytes: _, ...source } = shownRecord(transcripts)!.source
    const record = { ...shownRecord(transcripts)!, source }
    expect(JSON.parse(JSON.stringify(record))).toEqual(record)
  })

  test('show the first of those that came last', () => {
    const store = createAppStore()
    openTranscript(store, untimed(), { name: 'a.txt' })
    store
      .getState()
      .transcriptsRead([readAs(untimed(), { name: 'b.txt' }), readAs(untimed(), { name: 'c.txt' })])
    expect(names(store)).toEqual(['a.txt', 'b.txt', 'c.txt'])
    expect(store.getState().document).toMatchObject({ status: 'open', name: 'b.txt' })
  })

  test('show the times that were found, and those of the file again when they are taken back', () => {
    const store = createAppStore()
    const read = spoken('0 Good 0.4 morning 0.9')
    const timed = spoken('2 Good 2.4 morning 2.9')
    const id = openTranscript(store, read)
    store.getState().transcriptChanged(id, { timed: timed })
    expect(store.getState().document).toMatchObject({ transcript: timed })
    expect(shownRecord(store.getState().transcripts)?.read).toBe(read)
    store.getState().transcriptChanged(id, { timed: null })
    expect(store.getState().document).toMatchObject({ transcript: read })
  })

  test('take times for a transcript that is not shown without changing what is shown', () => {
    const store = createAppStore()
    const hidden = openTranscript(store, spoken('0 One'), { name: 'a.vtt' })
    openTranscript(store, spoken('0 Two'), { name: 'b.vtt' })
    const { document, timeline } = store.getState()
    store.getState().transcriptChanged(hidden, { timed: spoken('3 One') })
    expect(store.getState().document).toBe(document)
    expect(store.getState().timeline).toBe(timeline)
    store.getState().transcriptShown(hidden)
    expect(store.getState().document).toMatchObject({ transcript: spoken('3 One') })
  })

  test('give another id to a file that is read in another way, in the same place', () => {
    const store = createAppStore()
    const id = openTranscript(store, untimed(), { name: 'a.txt' })
    store.getState().transcriptChanged(id, { timed: spoken('0 Good') })
    store.getState().transcriptReread(id, readAs(spoken('9 Other'), { name: 'a.txt' }))
    const { transcripts } = store.getState()
    expect(transcripts.order).toHaveLength(1)
    expect(transcripts.shownId).not.toBe(id)
    expect(shownRecord(transcripts)).toMatchObject({ timed: null, read: spoken('9 Other') })
  })

  test('close with their request when another recording is opened', () => {
    const store = createAppStore()
    store.getState().transcriptsRead([{ ...readAs(untimed()), requestId: 1 as RequestId }])
    store.getState().chaptersRead(1 as RequestId, [{ title: 'One', start: 0 }] as never)
    store.getState().transcriptsClosed(2 as RequestId)
    expect(store.getState().transcripts).toMatchObject({ order: [], shownId: null, chapters: null })
    expect(store.getState().document).toEqual({ status: 'none' })
  })

  test('stay when an earlier request opens its recording, and stay shown when its transcript comes later', () => {
    const store = createAppStore()
    const [first, second] = [1 as RequestId, 2 as RequestId]
    store.getState().transcriptsRead([{ ...readAs(untimed()), requestId: second }])
    const { shownId } = store.getState().transcripts
    store.getState().transcriptsClosed(first)
    store.getState().transcriptsRead([{ ...readAs(untimed()), requestId: first }])
    expect(store.getState().transcripts.order).toHaveLength(2)
    expect(store.getState().transcripts.shownId).toBe(shownId)
  })

  test('replace the chapters of every transcript by those of a file of their own', () => {
    const store = createAppStore()
    openTranscript(store, untimed())
    const chapters = [{ title: 'One', start: 0 }] as never
    store.getState().chaptersRead(1 as RequestId, chapters)
    expect(shownTranscript(store.getState().transcripts)?.chapters).toBe(chapters)
    expect(store.getState().document).toMatchObject({ transcript: { chapters } })
  })

  test('without chapters have those that the recording names, which stand alone where no transcript is', () => {
    const store = createAppStore()
    const named = [{ title: 'Intro', start: 0 }] as never
    store.getState().recordingChaptersRead(named)
    expect(shownChapters(store.getState().transcripts)).toBe(named)
    openTranscript(store, untimed())
    expect(store.getState().document).toMatchObject({ transcript: { chapters: named } })
    store.getState().chaptersRead(1 as RequestId, [{ title: 'One', start: 0 }] as never)
    expect(shownChapters(store.getState().transcripts)).toMatchObject([{ title: 'One' }])
    store.getState().recordingChaptersRead([])
    expect(store.getState().document).toMatchObject({
      transcript: { chapters: [{ title: 'One' }] },
    })
  })

  test('throw for an id that is not open, and ignore times that come for a closed one', () => {
    const store = createAppStore()
    openTranscript(store, untimed())
    const { transcripts, transcriptShown, transcriptChanged } = store.getState()
    expect(() => transcriptShown('transcript-9' as TranscriptId)).toThrow(
      /transcript-9 is not open/,
    )
    transcriptChanged('transcript-9' as TranscriptId, { timed: spoken('0 Good') })
    expect(store.getState().transcripts).toBe(transcripts)
  })
})

describe('the beginning of a transcript that is still being read', () => {
  const requestId = 1 as RequestId
  const text = (lines: number) =>
    spoken(
      Array.from({ length: lines }, (_, at) => `${at * 10} Line ${at * 10 + 1} ${at}.`).join(' | '),
    )
  const begun = (lines = 3) => {
    const store = createAppStore()
    store.getState().beginningRead({ requestId, name: 'talk.vtt', read: text(lines) })
    return store
  }

  test('is shown with the time up to which it is complete, and followed', () => {
    const { document, timeline } = begun().getState()
    expect(document).toMatchObject({
      status: 'beginning',
      name: 'talk.vtt',
      completeUntil: text(3).segments[2]!.end,
    })
    expect(timeline.lineBefore(11)).toBe(1)
  })

  test('becomes the whole under the same id, and its lines stay the same objects', () => {
    const store = begun()
    const { document: before } = store.getState()
    store.getState().transcriptsRead([readAs(text(5)), readAs(text(1), { name: 'other.vtt' })])
    const { document: after } = store.getState()
    if (before.status !== 'beginning' || after.status !== 'open') throw new Error('not open')
    expect(after.id).toBe(before.id)
    expect(after.lines).toHaveLength(5)
    for (const [at, line] of before.lines.entries()) expect(after.lines[at]).toBe(line)
  })

  test('is not shown instead of a transcript that is open', () => {
    const store = createAppStore()
    openTranscript(store, untimed())
    store.getState().beginningRead({ requestId, name: 'talk.vtt', read: text(3) })
    expect(store.getState().document.status).toBe('open')
  })

  test('is closed when its rest cannot be read, and with the request it belongs to', () => {
    const store = begun()
    store.getState().transcriptsClosed(requestId)
    expect(store.getState().document.status).toBe('beginning')
    store.getState().transcriptsClosed(2 as RequestId)
    expect(store.getState().document).toEqual({ status: 'none' })
    const another = begun()
    another.getState().beginningClosed(2 as RequestId)
    expect(another.getState().document.status).toBe('beginning')
    another.getState().beginningClosed(requestId)
    expect(another.getState().document).toEqual({ status: 'none' })
  })
})
