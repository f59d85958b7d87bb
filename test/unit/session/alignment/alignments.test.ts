import { afterEach, describe, expect, test, vi } from 'vitest'
import { createAligning } from '#session/alignment/aligning.ts'
import type { AlignmentPorts } from '#session/alignment/alignment-ports.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import { createPlayheadStore } from '#state/playhead-store.ts'
import { createAppStore } from '#state/store.ts'
import { isTimedAnew, shownAnchors, shownRecord } from '#state/transcripts.ts'
import type { StoredAlignment } from '#storage/stored-alignments.ts'
import type { StoredDraft } from '#storage/stored-drafts.ts'
import type { Transcript } from '#transcript/transcript.ts'
import { taskFor } from '../../../support/alignment-states.ts'
import { createFakeAligner } from '../../../support/fake-aligner.ts'
import { readAs } from '../../../support/open-transcript.ts'
import { segment, spoken, transcript } from '../../../support/transcripts.ts'

const sound: RecordingSource = { kind: 'file', blob: new Blob(['sound']) }

const plain = () =>
  transcript([
    segment('Good evening and welcome.', null, null),
    segment('[bell]', null, null, { kind: 'sound' }),
    segment('What did they say?', null, null),
    segment('Nothing that I heard.', null, null),
  ])

const readOf = (text: Transcript) => readAs(text, { name: 'talk.txt', format: 'plain-text' })

function storageOf<Value>() {
  const entries = new Map<string, Value>()
  return {
    entries,
    port: {
      read: (name: string) => Promise.resolve(entries.get(name) ?? null),
      write: (name: string, value: Value) =>
        Promise.resolve(entries.set(name, structuredClone(value)) !== null),
    },
  }
}

const emptyStorage = () => ({ ...storageOf<StoredAlignment>(), drafts: storageOf<StoredDraft>() })

/** The app's store and alignments with a fake worker and fake storage. */
function opened(
  text: Transcript | null,
  {
    ports = {},
    memory = emptyStorage(),
    byItself = false,
    chosenBefore = null,
  }: {
    ports?: Partial<AlignmentPorts>
    memory?: ReturnType<typeof emptyStorage>
    byItself?: boolean
    /** Opens a transcript and chooses its language before the alignment code is loaded. */
    chosenBefore?: string | null
  } = {},
) {
  const store = createAppStore()
  const playhead = createPlayheadStore(store)
  const aligner = createFakeAligner()
  const state = () => store.getState()
  state().preferencesChanged({ grouping: 'segments', findWordsByItself: byItself })
  state().recordingOpened({
    name: 'talk',
    key: 'talk',
    address: 'blob:talk',
    sharedAddress: null,
    duration: 100,
    seekable: true,
  })
  const open = (text: Transcript) => state().transcriptsRead([readOf(text)])
  const record = () => shownRecord(state().transcripts)
  const choose = (chosenLanguage: string) =>
    state().transcriptChanged(record()!.id, { chosenLanguage })
  if (text && chosenBefore !== null) {
    open(text)
    choose(chosenBefore)
  }
  const alignments = createAligning({
    store,
    opener: { recordingSource: sound },
    client: aligner.client,
    download: () => Promise.reject(new Error('nothing to download')),
    storedAlignments: memory.port,
    storedDrafts: memory.drafts.port,
    pageAddress: 'https://a.example/',
    ...ports,
  })
  if (text && chosenBefore === null) open(text)
  const document = () => {
    const { document } = state()
    if (document.status !== 'open') throw new Error('no text is open')
    return document
  }
  return {
    store,
    playhead,
    state,
    alignments,
    aligner,
    open,
    record,
    choose,
    anchors: () => shownAnchors(state()),
    document,
    memory,
    starts: () => document().transcript.segments.map(({ start }) => start),
  }
}

/** Waits for everything pending: modules loaded on demand, digests, stores, timers. */
async function later() {
  for (let round = 0; round < 4; round++) {
    await vi.dynamicImportSettled()
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

afterEach(() => void vi.useRealTimers())

describe('finding the words of a text without times', () => {
  test('gives lines and words their times, and a sound the gap between its neighbours', async () => {
    const { alignments, aligner, document, state, starts } = opened(plain())
    alignments.begin('words')
    aligner.last.hear([1])
    aligner.last.pass()
    aligner.last.hear([20, 30])
    await aligner.last.end()
    expect(starts()).toEqual([1, 2.9, 20, 30])
    expect(document().transcript.timing).toBe('word')
    expect(document().transcript.segments[0]!.words[1]).toMatchObject({
      from: 5,
      to: 12,
      start: 1.5,
      confidence: 0.9,
    })
    expect(state().alignment).toEqual({
      status: 'done',
      task: taskFor(),
      result: { kind: 'timed', method: 'heard', sure: 3, unsure: 2, notHeard: 1 },
    })
  })

  test('shows what is found while the rest goes on', async () => {
    const { playhead, alignments, aligner, starts, state } = opened(plain())
    alignments.begin('words')
    expect(state().alignment.status).toBe('loading')
    aligner.last.hear([1])
    await later()
    expect(starts()).toEqual([1, null, null, null])
    expect(state().alignment).toMatchObject({ status: 'running', heardUntil: 3, duration: 100 })
    expect(playhead.getState().spoken.current).toBeNull()
    playhead.getState().playheadMoved(1.6)
    expect(playhead.getState().spoken).toMatchObject({ lines: [0], words: [{ line: 0, word: 1 }] })
  })

  test('marks no word of which it is not sure, and its line all the same', async () => {
    const { playhead, alignments, aligner } = opened(plain())
    alignments.begin('words')
    aligner.last.hear([1], 0.3)
    await aligner.last.end()
    playhead.getState().playheadMoved(1.6)
    expect(playhead.getState().spoken).toMatchObject({ lines: [0], words: [] })
  })

  test('keeps what is found when it is stopped, and goes on from there', async () => {
    const { alignments, aligner, state, starts } = opened(plain())
    alignments.begin('words')
    aligner.last.hear([1])
    alignments.stop()
    expect(aligner.last.isStopped).toBe(true)
    expect(starts()).toEqual([1, null, null, null])
    expect(state().alignment).toEqual({
      status: 'paused',
      task: taskFor(),
      heardUntil: 3,
      duration: 100,
    })
    alignments.resume()
    expect(aligner.runs).toHaveLength(2)
    expect(aligner.last.order.soFar).toMatchObject({ heardUntil: 3, decidedLines: 1 })
    expect(aligner.last.order.soFar!.words).toHaveLength(4)
    aligner.last.hear([null, 20, 30])
    await aligner.last.end()
    expect(starts()).toEqual([1, null, 20, 30])
  })

  test('leaves the text as it was where text and sound do not belong together, and says so', async () => {
    const { alignments, aligner, document, state } = opened(plain())
    const before = document().transcript
    alignments.begin('words')
    aligner.last.hear([1])
    await later()
    await aligner.last.end({ kind: 'refused', why: 'not-together' })
    expect(document().transcript).toEqual(before)
    expect(isTimedAnew(state())).toBe(false)
    expect(state().alignment).toMatchObject({
      status: 'refused',
      problem: { message: expect.stringMatching(/^These may not belong together: /) },
    })
  })

  test('says why it failed, and keeps what was found', async () => {
    const { alignments, aligner, state, starts } = opened(plain())
    alignments.begin('words')
    aligner.last.hear([1])
    await aligner.last.fail(new Error('the sound cannot be decoded'))
    expect(starts()[0]).toBe(1)
    expect(state().alignment).toMatchObject({
      status: 'failed',
      problem: {
        message: expect.stringMatching(
          /^The words could not be found: the sound cannot be decoded\. /,
        ),
      },
    })
  })

  test('goes back to the text of the file', async () => {
    const { alignments, aligner, state, starts } = opened(plain())
    alignments.begin('words')
    aligner.last.hear([1])
    await aligner.last.end()
    expect(isTimedAnew(state())).toBe(true)
    alignments.undoTiming()
    expect(starts()).toEqual([null, null, null, null])
    expect(isTimedAnew(state())).toBe(false)
  })

  test('takes the language that the listener chose before that of the file', () => {
    const { alignments, aligner, choose } = opened({ ...plain(), language: 'fr' })
    alignments.begin('words')
    expect(aligner.last.order.script.language).toBe('fr')
    choose('es')
    alignments.begin('words')
    expect(aligner.last.order.script.language).toBe('es')
    expect(aligner.runs[0]!.isStopped).toBe(true)
  })

  test('takes the language that was chosen while this was still on its way', () => {
    const { alignments, aligner } = opened(plain(), { chosenBefore: 'fi' })
    alignments.begin('words')
    expect(aligner.last.order.script.language).toBe('fi')
  })

  test('says that it takes English where the text does not tell', () => {
    const { alignments, aligner, state } = opened(transcript([segment('Hm.', null, null)]))
    alignments.begin('words')
    expect(aligner.last.order.script.language).toBe('en')
    expect(state().notices.status).toMatch(/English/)
  })
})

describe('stored times', () => {
  const timed = async () => {
    const page = opened(plain())
    page.state().fingerprintReported('f1')
    await later()
    page.alignments.begin('words')
    page.aligner.last.hear([1, 20, 30])
    await page.aligner.last.end()
    return page
  }

  test.each([
    ['stopped', (page: Awaited<ReturnType<typeof timed>>) => page.alignments.stop()],
    ['failed', (page: Awaited<ReturnType<typeof timed>>) => page.aligner.last.fail(new Error('x'))],
  ])('is there again when a second search is %s', async (_, end) => {
    const page = await timed()
    const before = page.document().transcript
    page.alignments.begin('words')
    page.aligner.last.hear([2])
    await later()
    expect(page.starts()).toEqual([2, null, null, null])
    await end(page)
    expect(page.document().transcript).toEqual(before)
    await later()
    expect(Array.from(page.memory.entries.values())).toMatchObject([{ isComplete: true }])
  })

  test('is what a refused search leaves in the browser, too', async () => {
    const { alignments, aligner, state, memory } = opened(plain())
    state().fingerprintReported('f1')
    await later()
    alignments.begin('words')
    aligner.last.hear([1])
    await later()
    await aligner.last.end({ kind: 'refused', why: 'not-together' })
    await later()
    for (const { wordPlaces, heardUntil } of memory.entries.values()) {
      expect([wordPlaces.length, heardUntil]).toEqual([0, 0])
    }
  })

  test('is not put over a text that has been read another way since', async () => {
    const { alignments, aligner, state, document } = opened(plain())
    alignments.begin('words')
    aligner.last.hear([1])
    await later()
    const again = {
      ...plain(),
      segments: plain().segments.map((each) => ({ ...each, text: 'Né.' })),
    }
    state().transcriptReread(state().transcripts.shownId!, readOf(again))
    await later()
    expect(document().transcript.segments[0]!.text).toBe('Né.')
  })

  test('goes on in the language that was chosen, after a reload too', async () => {
    const first = opened({ ...plain(), language: 'fr' })
    first.state().fingerprintReported('f1')
    await later()
    first.choose('es')
    first.alignments.begin('words')
    first.aligner.last.hear([1])
    first.alignments.stop()
    const { alignments, aligner, state, record } = opened(
      { ...plain(), language: 'fr' },
      { memory: first.memory },
    )
    state().fingerprintReported('f1')
    await later()
    expect(record()!.chosenLanguage).toBe('es')
    alignments.resume()
    expect(aligner.last.order.script.language).toBe('es')
  })

  test('can be gone on with once the result of an anchor is put away', async () => {
    const { alignments, aligner, state } = opened(plain())
    alignments.begin('words')
    aligner.last.hear([1])
    alignments.stop()
    alignments.setLineStart(0, 1.2)
    aligner.last.hear([1.2])
    await aligner.last.end()
    expect(state().alignment.status).toBe('done')
    alignments.dismiss()
    expect(state().alignment).toMatchObject({ status: 'paused', task: taskFor() })
  })

  test('does not lose anchors that were set before it was read', async () => {
    const first = opened(plain())
    first.state().fingerprintReported('f1')
    await later()
    first.alignments.begin('words')
    first.aligner.last.hear([1, 20, 30])
    await first.aligner.last.end()
    await expect.poll(() => first.memory.entries.size).toBe(1)
    const second = opened(plain(), { memory: first.memory })
    second.alignments.setLineStart(2, 21)
    second.state().fingerprintReported('f1')
    await expect.poll(second.starts).toEqual([1, 20, 21, null])
    expect(second.anchors()).toMatchObject([{ segment: 2, time: 21 }])
  })
})

test('what a part round an anchor found beyond the rest is not reported twice', async () => {
  const { alignments, aligner } = opened(plain())
  alignments.begin('words')
  aligner.last.hear([1])
  alignments.setLineStart(0, 1.2)
  aligner.last.hear([1.2])
  aligner.last.pass()
  aligner.last.hear([20, 30])
  await aligner.last.end()
  expect(aligner.last.order.soFar!.words.map(({ line }) => line)).toEqual([0, 0, 0, 0])
})

describe('trying again', () => {
  test('after an anchor round which nothing could be looked for', async () => {
    const { alignments, aligner, state } = opened(plain())
    alignments.begin('words')
    aligner.last.hear([1, 20, 30])
    await aligner.last.end()
    alignments.setLineStart(2, 21)
    await aligner.last.fail(new Error('the sound is gone'))
    expect(state().alignment).toMatchObject({ status: 'failed', task: { part: expect.anything() } })
    const runs = aligner.runs.length
    alignments.resume()
    expect(aligner.runs).toHaveLength(runs + 1)
  })

  test('a draft of a recording without a text', async () => {
    const { alignments, aligner } = opened(null)
    alignments.begin('draft')
    await aligner.drafts[0]!.fail(new Error('no model'))
    alignments.resume()
    expect(aligner.drafts).toHaveLength(2)
  })
})

describe('another text or recording', () => {
  test('ends the work on the one before, which keeps what was found', async () => {
    const { alignments, aligner, open, state, starts } = opened(plain())
    alignments.begin('words')
    aligner.last.hear([1])
    const before = state().transcripts.shownId!
    open(spoken('0 Good 0.4 morning 0.9'))
    expect(aligner.last.isStopped).toBe(true)
    expect(state().alignment.status).toBe('idle')
    expect(isTimedAnew(state())).toBe(false)
    state().transcriptShown(before)
    expect(starts()[0]).toBe(1)
    expect(state().alignment.status).toBe('paused')
  })
})

describe('a text with times', () => {
  const cues = () =>
    transcript([
      segment('Good evening and welcome.', 1, 3),
      segment('What did they say?', 10, 12),
      segment('Nothing that I heard.', 20, 22),
    ])

  test('is compared with the sound, and changes only when the new times are taken', async () => {
    const { alignments, aligner, state, starts } = opened(cues())
    alignments.begin('check')
    aligner.last.hear([1.2, 14.2, 19])
    await later()
    expect(starts()).toEqual([1, 10, 20])
    await aligner.last.end()
    const { alignment } = state()
    expect(alignment).toMatchObject({
      status: 'done',
      result: { kind: 'compared', compared: 3, off: [{ line: 1 }, { line: 2, by: -1 }] },
    })
    expect(starts()).toEqual([1, 10, 20])
    alignments.acceptTiming()
    expect(starts()).toEqual([1.2, 14.2, 19])
    alignments.undoTiming()
    expect(starts()).toEqual([1, 10, 20])
  })

  test('gets word times, save where a line is heard far from where it is written', async () => {
    const { alignments, aligner, document, starts } = opened(cues())
    alignments.begin('word-times')
    aligner.last.hear([1.2, 14.2, null])
    await aligner.last.end()
    expect(starts()).toEqual([1.2, 10, 20])
    expect(document().transcript.segments.map(({ words }) => words.length)).toEqual([4, 0, 0])
    expect(document().lines.map(({ issues }) => issues?.map(({ reason }) => reason))).toEqual([
      undefined,
      ['unclear'],
      ['not-heard'],
    ])
  })
})

describe('anchors', () => {
  async function timed() {
    const app = opened(plain())
    app.alignments.begin('words')
    app.aligner.last.hear([1, null, 20, 30])
    await app.aligner.last.end()
    return app
  }

  test('of a transcript without an alignment are stored, and bind the next alignment', () => {
    const { alignments, aligner, anchors } = opened(plain())
    alignments.setLineStart(2, 40)
    expect(aligner.runs).toHaveLength(0)
    expect(anchors()).toEqual([{ segment: 2, offset: 0, time: 40 }])
    alignments.begin('words')
    expect(aligner.last.order.anchors).toEqual([{ line: 2, time: 40 }])
  })

  test('align again what stands between them, and nothing else', async () => {
    const { alignments, aligner, state, starts, anchors } = await timed()
    alignments.setLineStart(2, 40)
    expect(anchors()).toEqual([{ segment: 2, offset: 0, time: 40 }])
    alignments.setLineStart(3, 60)
    const { order } = aligner.last
    expect(order.script.lines.map(({ text }) => text)).toEqual([
      'What did they say?',
      'Nothing that I heard.',
    ])
    expect(order.anchors).toEqual([
      { line: 0, time: 40 },
      { line: 1, time: 60 },
    ])
    expect(order.range).toEqual({ start: 40, end: 100 })
    aligner.last.hear([40, 60])
    await aligner.last.end()
    expect(starts()).toEqual([1, null, 40, 60])
    expect(state().alignment).toMatchObject({ status: 'done', task: { part: expect.anything() } })
  })

  test('that a newer one contradicts are removed', async () => {
    const { alignments, anchors } = await timed()
    alignments.setLineStart(3, 30)
    alignments.setLineStart(2, 50)
    expect(anchors()).toEqual([{ segment: 2, offset: 0, time: 50 }])
  })

  test('put their line at its time at once, also when its words are not found there', async () => {
    const { alignments, aligner, state, starts } = await timed()
    alignments.setLineStart(2, 24)
    expect(starts()).toEqual([1, null, 24, 30])
    await aligner.last.end({ kind: 'refused', why: 'no-speech' })
    expect(starts()).toEqual([1, null, 24, 30])
    expect(state().alignment).toMatchObject({
      status: 'refused',
      task: { part: expect.anything() },
    })
  })

  test('come in between an alignment that goes on afterwards', async () => {
    const { alignments, aligner, state, starts } = opened(plain())
    alignments.begin('words')
    aligner.last.hear([1, null, 20])
    alignments.setLineStart(2, 40)
    expect(aligner.last.order.range).toBeDefined()
    aligner.last.hear([1, null, 40])
    await aligner.last.end()
    expect(aligner.runs).toHaveLength(3)
    expect(aligner.last.order.soFar).toMatchObject({ decidedLines: 3 })
    aligner.last.hear([60])
    await aligner.last.end()
    expect(starts()).toEqual([1, null, 40, 60])
    expect(state().alignment).toMatchObject({ status: 'done', task: taskFor() })
  })

  test('give no line a made-up time while it is looked for between lines that have theirs', async () => {
    const { alignments, aligner, starts } = await timed()
    alignments.setLineStart(3, 60)
    aligner.last.hear([1, null, 20, 60])
    await aligner.last.end()
    alignments.setLineStart(2, 40)
    aligner.last.hear([1])
    await later()
    expect(starts()).toEqual([1, null, null, 60])
    aligner.last.pass()
    aligner.last.hear([40])
    await aligner.last.end()
    expect(starts()).toEqual([1, 2.9, 40, 60])
  })

  test('give a line that was not found a time', async () => {
    const { alignments, aligner, starts } = await timed()
    alignments.setLineStart(1, 10)
    await aligner.last.end({ kind: 'refused', why: 'no-speech' })
    expect(starts()).toEqual([1, 10, 20, 30])
  })

  test('of a text with times of its own move that line, at once, and load nothing', () => {
    const { alignments, aligner, starts, anchors, state } = opened(
      spoken('0 Good 1 | 2 Hello 3 | 4 There 5'),
    )
    const before = starts()
    alignments.setLineStart(1, before[1]! + 0.5)
    expect(starts()).toEqual([before[0], before[1]! + 0.5, ...before.slice(2)])
    expect(aligner.runs).toHaveLength(0)
    expect(state().alignment.status).toBe('idle')
    alignments.removeAnchor(1)
    expect(anchors()).toEqual([])
    expect(starts()).toEqual(before)
  })

  test('go with the times that are undone', () => {
    const { alignments, starts, anchors } = opened(spoken('0 Good 1 | 2 Hello 3 | 4 There 5'))
    const before = starts()
    alignments.setLineStart(1, before[1]! + 0.5)
    alignments.undoTiming()
    expect(starts()).toEqual(before)
    expect(anchors()).toEqual([])
  })

  test('are taken away again', async () => {
    const { alignments, anchors } = await timed()
    alignments.setLineStart(2, 40)
    alignments.removeAnchor(2)
    expect(anchors()).toEqual([])
  })
})

describe('times from an earlier visit', () => {
  test('is there when the same recording and text are opened again, and goes on', async () => {
    const first = opened(plain())
    first.state().fingerprintReported('f1')
    await later()
    first.alignments.begin('words')
    first.aligner.last.hear([1])
    first.alignments.stop()
    await expect.poll(() => first.memory.entries.size).toBe(1)

    const again = opened(plain(), { memory: first.memory })
    again.state().fingerprintReported('f1')
    await expect.poll(again.starts).toEqual([1, null, null, null])
    expect(again.state().alignment).toMatchObject({ status: 'paused', heardUntil: 3 })
    again.alignments.resume()
    expect(again.aligner.last.order.soFar).toMatchObject({ decidedLines: 1 })
  })

  test('is not given to another text, nor to another recording', async () => {
    const first = opened(plain())
    first.state().fingerprintReported('f1')
    first.alignments.begin('words')
    first.aligner.last.hear([1, null, 20, 30])
    await first.aligner.last.end()
    await later()
    const others = [
      opened(plain(), { memory: first.memory }),
      opened(transcript([segment('Good evening and farewell.', null, null)]), {
        memory: first.memory,
      }),
    ]
    others[0]!.state().fingerprintReported('f2')
    others[1]!.state().fingerprintReported('f1')
    await later()
    for (const { starts, state } of others) {
      expect(starts()[0]).toBeNull()
      expect(state().alignment).toEqual({ status: 'idle' })
    }
  })
})

describe('a draft', () => {
  const line = (text: string, from: number) => ({ text, from, to: from + 2 })

  test('grows on the page as it is written, and is a text of its own in the end', async () => {
    const { alignments, aligner, document, state } = opened(null)
    alignments.begin('draft')
    const [draft] = aligner.drafts
    draft!.write({
      heardUntil: 10,
      lines: [line('Good evening.', 1)],
      words: [{ line: 0, from: 0, to: 4, start: 1.2, end: 1.5, confidence: 0.9 }],
    })
    await later()
    expect(document()).toMatchObject({ name: 'Draft of talk', format: 'draft' })
    expect(document().transcript.segments).toMatchObject([
      { text: 'Good evening.', start: 1.2, words: [{ start: 1.2 }] },
    ])
    draft!.write({ heardUntil: 100, lines: [line('Mumbling', 50)] })
    await draft!.end()
    expect(document().transcript.segments[1]).toMatchObject({
      start: 50,
      issues: [{ reason: 'unclear' }],
    })
    expect(state().alignment).toEqual({
      status: 'done',
      task: taskFor('draft'),
      result: { kind: 'drafted', words: 3 },
    })
    alignments.begin('check')
    expect(aligner.last.order.script.lines).toHaveLength(2)
  })

  test('of speech in another language says that it is not what is said', async () => {
    const { alignments, aligner, state } = opened(null)
    alignments.begin('draft')
    const invented = 'They let the doll in a pass, and the more of them it is.'
    const lines = [line(invented, 1), line(invented, 4)]
    const words = [{ line: 0, from: 0, to: 4, start: 1.2, end: 1.5, confidence: 0.9 }]
    aligner.drafts[0]!.write({ heardUntil: 100, lines, words })
    await aligner.drafts[0]!.end()
    expect(state().alignment).toMatchObject({
      status: 'refused',
      problem: { code: 'not-english', message: expect.stringMatching(/not seem to be English/) },
    })
  })

  test('that ends before it is shown is one transcript, and done', async () => {
    const { alignments, aligner, state, document } = opened(null)
    alignments.begin('draft')
    aligner.drafts[0]!.write({ heardUntil: 100, lines: [line('All of it.', 1)] })
    await aligner.drafts[0]!.end()
    expect(state().transcripts.order).toHaveLength(1)
    expect(document().transcript.segments).toHaveLength(1)
    expect(state().alignment).toMatchObject({
      status: 'done',
      task: { transcript: state().transcripts.shownId },
    })
  })

  test('stops at once, and goes on where it stopped', async () => {
    const { alignments, aligner, document, state } = opened(null)
    alignments.begin('draft')
    aligner.drafts[0]!.write({ heardUntil: 10, lines: [line('Good evening.', 1)] })
    alignments.stop()
    expect(aligner.drafts[0]!.isStopped).toBe(true)
    expect(document().transcript.segments).toHaveLength(1)
    expect(state().alignment).toMatchObject({
      status: 'paused',
      task: taskFor('draft'),
      heardUntil: 10,
    })
    alignments.resume()
    expect(aligner.drafts[1]!.request.soFar).toEqual({ heardUntil: 10 })
    aligner.drafts[1]!.write({ heardUntil: 100, lines: [line('Welcome.', 20)] })
    await aligner.drafts[1]!.end()
    expect(document().transcript.segments.map(({ text }) => text)).toEqual([
      'Good evening.',
      'Welcome.',
    ])
  })

  test('is there again the next time, and goes on where it stopped', async () => {
    const first = opened(null)
    first.state().fingerprintReported('f1')
    first.alignments.begin('draft')
    first.aligner.drafts[0]!.write({
      heardUntil: 10,
      lines: [line('Good evening.', 1)],
      words: [{ line: 0, from: 0, to: 4, start: 1.2, end: 1.5, confidence: 0.9 }],
    })
    first.alignments.dispose()
    const { alignments, aligner, document, state } = opened(null, { memory: first.memory })
    expect(state().document.status).toBe('none')
    state().fingerprintReported('f1')
    await later()
    expect(document()).toMatchObject({ name: 'Draft of talk', format: 'draft' })
    expect(document().transcript).toEqual(first.document().transcript)
    expect(state().alignment).toMatchObject({
      status: 'paused',
      task: taskFor('draft'),
      heardUntil: 10,
    })
    alignments.resume()
    expect(aligner.drafts[0]!.request.soFar).toEqual({ heardUntil: 10 })
    aligner.drafts[0]!.write({ heardUntil: 100, lines: [line('Welcome.', 20)] })
    await aligner.drafts[0]!.end()
    expect(first.memory.drafts.entries.get('f1 draft')).toMatchObject({
      isComplete: true,
      segments: [{ text: 'Good evening.' }, { text: 'Welcome.' }],
    })
  })

  test('has no anchors while it is written, and none of the text before it', async () => {
    const { alignments, aligner, state, anchors } = opened(plain())
    alignments.setLineStart(0, 1)
    expect(anchors()).toHaveLength(1)
    alignments.begin('draft')
    aligner.drafts[0]!.write({ heardUntil: 10, lines: [line('Good evening.', 1)] })
    await later()
    expect(anchors()).toEqual([])
    alignments.setLineStart(0, 2)
    expect(aligner.drafts[0]!.isStopped).toBe(false)
    expect(anchors()).toEqual([])
    expect(state().notices.status).toMatch(/Stop the draft first/)
  })

  test('that is complete stays stored after another transcript was opened', async () => {
    const first = opened(null)
    first.state().fingerprintReported('f1')
    first.alignments.begin('draft')
    first.aligner.drafts[0]!.write({ heardUntil: 100, lines: [line('All of it.', 1)] })
    await first.aligner.drafts[0]!.end()
    const { alignments, aligner, state, memory } = opened(plain(), { memory: first.memory })
    state().fingerprintReported('f1')
    alignments.begin('draft')
    await later()
    aligner.drafts[0]!.write({ heardUntil: 5, lines: [line('All', 1)] })
    alignments.stop()
    expect(memory.drafts.entries.get('f1 draft')!.segments).toMatchObject([{ text: 'All of it.' }])
  })

  test('that is complete is not replaced by the beginning of another', async () => {
    const { alignments, aligner, state, memory } = opened(null)
    state().fingerprintReported('f1')
    alignments.begin('draft')
    aligner.drafts[0]!.write({ heardUntil: 100, lines: [line('All of it.', 1)] })
    await aligner.drafts[0]!.end()
    alignments.begin('draft')
    aligner.drafts[1]!.write({ heardUntil: 5, lines: [line('All', 1)] })
    alignments.stop()
    expect(memory.drafts.entries.get('f1 draft')!.segments).toMatchObject([{ text: 'All of it.' }])
  })

  test('does not come back beside a text that was opened, nor while one is on its way', async () => {
    const memory = emptyStorage()
    const segments = [segment('Kept.', 1, 2)]
    memory.drafts.entries.set('f1 draft', { segments, heardUntil: 9, isComplete: true })
    const withText = opened(plain(), { memory })
    withText.state().fingerprintReported('f1')
    const onItsWay = opened(null, { memory })
    onItsWay.state().openingReported({ status: 'busy', name: 'talk.vtt', progress: null })
    onItsWay.state().fingerprintReported('f1')
    await later()
    expect(withText.document().name).toBe('talk.txt')
    expect(onItsWay.state().document.status).toBe('none')
    onItsWay.state().openingReported({ status: 'idle' })
    await later()
    expect(onItsWay.document().name).toBe('Draft of talk')
  })

  test('of a recording without speech is refused, with a message', async () => {
    const { alignments, aligner, state } = opened(null)
    alignments.begin('draft')
    await aligner.drafts[0]!.end()
    expect(state().document.status).toBe('none')
    expect(state().alignment).toMatchObject({ status: 'refused', problem: { code: 'no-speech' } })
  })
})

describe('by itself', () => {
  test('words are looked for when the listener prefers that, and only in a text without times', async () => {
    const untimed = opened(plain(), { byItself: true })
    untimed.state().fingerprintReported(null)
    await later()
    expect(untimed.aligner.runs).toHaveLength(1)
    const timed = opened(spoken('0 Good 0.4 morning 0.9'), { byItself: true })
    timed.state().fingerprintReported(null)
    const unasked = opened(plain())
    unasked.state().fingerprintReported(null)
    await later()
    expect(timed.aligner.runs).toHaveLength(0)
    expect(unasked.aligner.runs).toHaveLength(0)
  })
})

describe('the state of a transcript', () => {
  test('is its spoken language: it is there again when the transcript is shown again', () => {
    const { alignments, aligner, open, choose, record, state } = opened({
      ...plain(),
      language: 'fr',
    })
    choose('es')
    const first = record()!.id
    open({ ...spoken('0 Good 0.4 morning 0.9'), language: 'en' })
    expect(record()!.chosenLanguage).toBeNull()
    state().transcriptShown(first)
    alignments.begin('words')
    expect(aligner.last.order.script.language).toBe('es')
  })

  test('is lost with its recording: another one knows nothing of its times', async () => {
    const { alignments, aligner, state, starts, record, choose } = opened(plain())
    choose('es')
    alignments.begin('words')
    aligner.last.hear([1, 20, 30])
    await aligner.last.end()
    alignments.setLineStart(0, 2)
    state().recordingOpened({
      name: 'other',
      key: 'other',
      address: 'blob:other',
      sharedAddress: null,
      duration: 50,
      seekable: true,
    })
    expect(starts()).toEqual([null, null, null, null])
    expect(record()).toMatchObject({ anchors: [], chosenLanguage: null, timed: null })
    expect(state().alignment).toEqual({ status: 'idle' })
    alignments.begin('words')
    expect(aligner.last.order).toMatchObject({ duration: 50, anchors: [], soFar: null })
  })

  test('is plain data, while it is looked for and afterwards', async () => {
    const { alignments, aligner, record } = opened(plain())
    alignments.begin('words')
    aligner.last.hear([1])
    await later()
    expect(record()!.interim).not.toBeNull()
    expect(structuredClone(record())).toEqual(record())
    aligner.last.hear([null, 20])
    await aligner.last.end()
    expect(record()).toMatchObject({
      interim: null,
      timing: { isComplete: true, known: { words: { length: 8 } } },
    })
    expect(structuredClone(record())).toEqual(record())
  })
})

test('a second search that an anchor has interrupted begins afresh after it', async () => {
  const { alignments, aligner, starts } = opened(plain())
  alignments.begin('words')
  aligner.last.hear([1, 20, 30])
  await aligner.last.end()
  alignments.begin('words')
  aligner.last.hear([2])
  alignments.setLineStart(3, 60)
  aligner.last.hear([1, 20, 60])
  await aligner.last.end()
  expect(aligner.last.order).toMatchObject({ soFar: null, anchors: [{ line: 3, time: 60 }] })
  aligner.last.hear([2, null, 40, 60])
  await aligner.last.end()
  expect(starts()).toEqual([2, null, 40, 60])
})

test('a task of what is not open does not begin, and nothing is said of it', () => {
  const { alignments, aligner, state } = opened(plain(), {
    ports: { opener: { recordingSource: null } },
  })
  alignments.begin('words')
  alignments.begin('draft')
  expect([aligner.runs, aligner.drafts]).toEqual([[], []])
  expect(state().alignment).toEqual({ status: 'idle' })
})
