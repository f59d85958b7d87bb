import { describe, expect, test } from 'vitest'
import { createPlayheadStore } from '#state/playhead-store.ts'
import { createAppStore } from '#state/store.ts'
import type { Transcript } from '#transcript/transcript.ts'
import { segment, spoken, transcript } from '../../support/transcripts.ts'
import { openTranscript } from '../../support/open-transcript.ts'

function openApp({ transcript }: { transcript: Transcript }) {
  const store = createAppStore()
  const playhead = createPlayheadStore(store)
  store.getState().preferencesChanged({ grouping: 'segments' })
  openTranscript(store, transcript, { name: 'a.vtt', format: 'webvtt' })
  return { store, playhead }
}

describe('the store ties the playback position to the transcript', () => {
  test('a pause keeps the last spoken line current but marks no word', () => {
    const { playhead } = openApp({ transcript: spoken('0 Good 0.4 morning 0.9 | 5 Hello 5.5') })
    playhead.getState().playheadMoved(3)
    expect(playhead.getState().spoken).toEqual({ lines: [], current: 0, words: [] })
  })

  test('each report that changes nothing but the time keeps what is spoken', () => {
    const { playhead } = openApp({ transcript: spoken('0 Good 0.4 morning 0.9') })
    playhead.getState().playheadMoved(0.1)
    const before = playhead.getState().spoken
    playhead.getState().playheadMoved(0.2)
    expect(playhead.getState().spoken).toBe(before)
    expect(playhead.getState().time).toBe(0.2)
  })

  test('subscribers to the spoken line are called once for a change, however often the clock reports', () => {
    const { playhead } = openApp({ transcript: spoken('0 Good 0.4 morning 0.9') })
    const heard: unknown[] = []
    playhead.subscribe(
      ({ spoken }) => spoken,
      ({ words }) => heard.push(words[0]?.word),
    )
    for (let frame = 0; frame < 60; frame++) playhead.getState().playheadMoved(frame / 60)
    expect(heard).toEqual([1, undefined])
  })

  test('a transcript that opens while the sound plays is in step at once', () => {
    const store = createAppStore()
    const playhead = createPlayheadStore(store)
    playhead.getState().playheadMoved(5.2)
    openTranscript(store, spoken('0 Good 0.4 | 5 Hello 5.5'), {
      name: 'late.vtt',
      format: 'webvtt',
    })
    expect(playhead.getState().spoken.words).toEqual([{ line: 1, word: 0 }])
  })

  test('late headphones shift what is marked, never the time', () => {
    const { store, playhead } = openApp({ transcript: spoken('0 Good 0.4 morning 0.9') })
    store.getState().preferencesChanged({ outputLatencyMs: 300 })
    playhead.getState().playheadMoved(0.5)
    expect(playhead.getState().time).toBe(0.5)
    expect(playhead.getState().spoken.words).toEqual([{ line: 0, word: 0 }])
  })

  test('another grouping is in step at once and forgets the search in the old lines', () => {
    const { store, playhead } = openApp({
      transcript: transcript([segment('one', 0, 1), segment('two', 1, 2)]),
    })
    playhead.getState().playheadMoved(1.5)
    store.getState().searched('two', [{ line: 1, from: 0, to: 3 }], 0)
    store.getState().groupingChanged('paragraphs')
    const { document, search } = store.getState()
    expect(document.status === 'open' && document.lines).toHaveLength(1)
    expect(playhead.getState().spoken).toMatchObject({ lines: [0], words: [{ line: 0, word: 1 }] })
    expect(search.hits).toEqual([])
  })

  test('another recording ends the loop of the one before', () => {
    const store = createAppStore()
    store.getState().loopChanged({ status: 'begun', start: 3 })
    const recording = { name: 'b', key: 'b', address: 'b', sharedAddress: null }
    store.getState().recordingOpened({ ...recording, duration: 0, seekable: true })
    expect(store.getState().playback.loop).toEqual({ status: 'off' })
  })
})

describe('the silences of the sound', () => {
  const hanging = '0 Good 4 | 5 Hello 5.5'

  test('end a word that hangs into one, and leave the lines as they are', () => {
    const { store, playhead } = openApp({ transcript: spoken(hanging) })
    playhead.getState().playheadMoved(2)
    expect(playhead.getState().spoken.words).toEqual([{ line: 0, word: 0 }])
    const { document } = store.getState()
    store.getState().silencesReported([{ start: 0.5, end: 4 }])
    expect(playhead.getState().spoken.words).toEqual([])
    expect(store.getState().document).toBe(document)
  })

  test('that end no word change neither the timeline nor the spoken words', () => {
    const { store, playhead } = openApp({ transcript: spoken(hanging) })
    playhead.getState().playheadMoved(0.2)
    const { timeline } = store.getState()
    const { spoken: before } = playhead.getState()
    store.getState().silencesReported([{ start: 4.2, end: 4.8 }])
    expect(store.getState().timeline).toBe(timeline)
    expect(playhead.getState().spoken).toBe(before)
  })

  test('that end another word leave the spoken words the same object', () => {
    const { store, playhead } = openApp({ transcript: spoken(hanging) })
    playhead.getState().playheadMoved(5.2)
    const { spoken: before } = playhead.getState()
    store.getState().silencesReported([{ start: 0.5, end: 4 }])
    expect(playhead.getState().spoken).toBe(before)
  })

  test('hold for a transcript that opens after them', () => {
    const store = createAppStore()
    const playhead = createPlayheadStore(store)
    store.getState().silencesReported([{ start: 0.5, end: 4 }])
    playhead.getState().playheadMoved(2)
    openTranscript(store, spoken(hanging), { name: 'late.vtt', format: 'webvtt' })
    expect(playhead.getState().spoken.words).toEqual([])
  })

  test('say nothing about cues, which hold pauses', () => {
    const { store, playhead } = openApp({
      transcript: transcript([segment('Good … morning', 0, 4)]),
    })
    store.getState().silencesReported([{ start: 0.5, end: 3 }])
    playhead.getState().playheadMoved(2)
    expect(playhead.getState().spoken.words).toEqual([{ line: 0, word: 0 }])
  })

  test('go with their recording', () => {
    const { store, playhead } = openApp({ transcript: spoken(hanging) })
    playhead.getState().playheadMoved(2)
    store.getState().silencesReported([{ start: 0.5, end: 4 }])
    store.getState().recordingClosed()
    expect(store.getState().silences).toBeNull()
    expect(playhead.getState().spoken.words).toEqual([{ line: 0, word: 0 }])
  })
})

describe('a text that gets its times while it is read', () => {
  const untimed = () =>
    transcript([
      segment('Good evening to the city.', null, null),
      segment('The city is old.', null, null),
      segment('Nobody leaves the city.', null, null),
    ])
  const timed = (count: number): Transcript => {
    const text = untimed()
    const segments = text.segments.map((each, at) =>
      at < count ? { ...each, start: at * 3, end: at * 3 + 2.5 } : each,
    )
    return { ...text, timing: 'segment', segments }
  }
  function reading() {
    const store = createAppStore()
    openTranscript(store, untimed(), { name: 'a.txt', format: 'plain-text' })
    return store
  }
  const giveTimes = (store: ReturnType<typeof reading>, transcript: Transcript) => {
    const { transcripts, transcriptChanged } = store.getState()
    transcriptChanged(transcripts.shownId!, { timed: transcript })
  }
  const shownLines = (store: ReturnType<typeof reading>) => {
    const { document } = store.getState()
    return document.status === 'open' ? document.lines : []
  }

  test('keeps the search, and the match that is looked at, where lines are joined before it', () => {
    const store = reading()
    const hits = [
      { line: 0, from: 20, to: 24 },
      { line: 1, from: 4, to: 8 },
      { line: 2, from: 18, to: 22 },
    ]
    store.getState().searched('city', hits, 2)
    giveTimes(store, timed(2))
    const { search } = store.getState()
    expect(shownLines(store)).toHaveLength(2)
    expect(search).toMatchObject({ query: 'city', at: 2 })
    expect(search.hits[2]).toEqual({ line: 1, from: 18, to: 22 })
  })

  test('draws only what changed: the other lines are the objects they were', () => {
    const store = reading()
    const before = shownLines(store)
    giveTimes(store, timed(1))
    const after = shownLines(store)
    expect(after[0]).not.toBe(before[0])
    expect(after[1]).toBe(before[1])
    expect(after[2]).toBe(before[2])
  })

  test('is in step at once with the sound that plays', () => {
    const store = reading()
    const playhead = createPlayheadStore(store)
    playhead.getState().playheadMoved(1)
    expect(playhead.getState().spoken.current).toBeNull()
    giveTimes(store, timed(1))
    expect(playhead.getState().spoken.lines).toEqual([0])
  })
})
