import { describe, expect, test, vi } from 'vitest'
import type { FramedStream } from '#audio/frames/first-frame.ts'
import type { FrameIndex } from '#audio/frames/frame-index.ts'
import type { PrecomputedPeaks } from '#audio/peaks/audiowaveform/read-precomputed-peaks.ts'
import type { AudioInfo } from '#audio/audio-info.ts'
import type { AudioReader } from '#audio/audio-reader.ts'
import { UndecodableAudio } from '#audio/undecodable.ts'
import { createAudioAnalyses } from '#session/analysis/audio-analyses.ts'
import type { AnalysisPorts } from '#session/analysis/audio-analysis.ts'
import type { Player } from '#media/player.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import { createAppStore } from '#state/store.ts'
import type { StoredRecording } from '#storage/stored-recordings.ts'
import { eventually } from '../../../support/eventually.ts'

const plain: AudioInfo = {
  container: 'MP4',
  codec: 'mp4a.40.2',
  duration: 1000,
  sampleRate: 48_000,
  channels: 1,
  tracks: 1,
  pictureCodec: null,
  frames: null,
}
const stream: FramedStream = {
  format: 'mp3',
  from: 0,
  to: 15_000 * 384,
  header: {
    length: 384,
    headerLength: 4,
    samples: 1152,
    sampleRate: 48_000,
    channels: 1,
    bitrate: 128_000,
    kind: 0xfffb_0000,
  },
  info: null,
}
const guessed: AudioInfo = {
  ...plain,
  container: 'MP3',
  codec: 'mp3',
  frames: { isConstant: false, stream },
}

/** 15,000 frames of 24 ms: six minutes. */
const index: FrameIndex = {
  format: 'mp3',
  kind: 0xfffb_0000,
  headerLength: 4,
  channels: 1,
  sampleRate: 48_000,
  samplesPerFrame: 1152,
  frameCount: 15_000,
  primingSamples: 0,
  paddingSamples: 0,
  isConstant: false,
  sizes: new Uint16Array(15_000).fill(384),
  marks: Float64Array.from({ length: Math.ceil(15_000 / 64) }, (_, mark) => mark * 64 * 384),
  runs: Float64Array.of(0, 0),
}
const file: RecordingSource = { kind: 'file', blob: new Blob([new Uint8Array(15_000 * 384)]) }
const address: RecordingSource = { kind: 'address', address: 'https://a.example/a.mp3' }

/** The app's store and analysis with a fake reader, player and storage. */
function studied({
  reader = {},
  ports = {},
}: { reader?: Partial<AudioReader>; ports?: Partial<AnalysisPorts> } = {}) {
  const store = createAppStore()
  store.getState().firstScreenShown()
  store.getState().recordingOpened({
    name: 'a',
    key: 'a',
    address: 'blob:a',
    sharedAddress: null,
    duration: 1000,
    seekable: true,
  })
  const asked: string[] = []
  const movedTo: string[] = []
  const stored = new Map<string, StoredRecording>()
  const openReader = (source: RecordingSource): AudioReader => {
    asked.push(`read ${source.kind}`)
    return {
      workerCount: 2,
      open: () => Promise.resolve(plain),
      countFrames: () => Promise.resolve({ kind: 'counted', index }),
      seekableFile: () => Promise.resolve({ kind: 'possible', parts: [{ from: 0, to: 9 }] }),
      setFrameIndex: () => asked.push('place'),
      peaks({ first, count }) {
        asked.push(`peaks ${first}`)
        return Promise.resolve(new Uint8Array(count).fill(count > 100 ? 100 : 50))
      },
      continuity: () => Promise.resolve({ kind: 'one' }),
      fingerprint: () => Promise.resolve('f1'),
      chapters: () => Promise.resolve([]),
      detectSilences: () => Promise.resolve([{ start: 1, end: 2 }]),
      dispose: () => asked.push('dispose'),
      ...reader,
    }
  }
  const player = {
    element: { duration: 1000 },
    whenReady: () => Promise.resolve(),
    swapTo: ({ address }: { address: string }) => {
      movedTo.push(address)
      return Promise.resolve('moved')
    },
  }
  const analyses = createAudioAnalyses({
    store,
    player: player as unknown as Player,
    loadPorts: () =>
      Promise.resolve({
        storedRecordings: {
          read: (name) => Promise.resolve(stored.get(name) ?? null),
          write: (name, recording) => Promise.resolve(stored.set(name, recording) !== null),
          usage: () => Promise.resolve({ recordings: 0, bytes: 0 }),
          clear: () => Promise.resolve(true),
        },
        openReader,
        download: () => Promise.resolve({ blob: (file as { blob: Blob }).blob, release() {} }),
        ...ports,
      }),
  })
  const drawn = () => eventually(() => expect(store.getState().peaks.status).toBe('drawn'))
  return { store, analyses, asked, movedTo, stored, drawn }
}

const pyramidOf = ({ store }: Pick<ReturnType<typeof studied>, 'store'>) => {
  const { peaks } = store.getState()
  if (peaks.status !== 'drawn' && peaks.status !== 'drawing') throw new Error(peaks.status)
  return peaks.pyramid
}

vi.stubGlobal(
  'URL',
  Object.assign(URL, { createObjectURL: () => 'blob:exact', revokeObjectURL: () => {} }),
)

describe('the analysis of a recording', () => {
  test('decodes preview peaks of all of it before it decodes everything', async () => {
    const app = studied()
    app.analyses.begin(file)
    await app.drawn()
    const parts = app.asked.filter((each) => each.startsWith('peaks'))
    expect(parts).toHaveLength(300 + Math.ceil(1000 / 61.44))
    expect(parts.indexOf('peaks 0')).toBeGreaterThanOrEqual(300)
    expect(pyramidOf(app).incompleteRanges()).toEqual([])
    expect(pyramidOf(app).peaksBetween({ start: 0, end: 1000 }, 1)[0]).toBeCloseTo(100 / 255)
  })

  test('decodes everything at once where samples only need to be read, in long sections', async () => {
    const wave = { ...plain, container: 'WAVE', codec: 'pcm' }
    const app = studied({ reader: { open: () => Promise.resolve(wave) } })
    app.analyses.begin(file)
    await app.drawn()
    const parts = app.asked.filter((each) => each.startsWith('peaks'))
    expect(parts).toEqual(['peaks 0', 'peaks 49152', 'peaks 98304'])
    expect(pyramidOf(app).incompleteRanges()).toEqual([])
  })

  test('finds pauses, and stores the results', async () => {
    const app = studied()
    app.analyses.begin(file)
    await eventually(() => expect(app.stored.get('f1')).toBeDefined())
    expect(app.store.getState().silences).toEqual([{ start: 1, end: 2 }])
    expect(app.stored.get('f1')).toMatchObject({ duration: 1000 })
  })

  test('decodes nothing of a recording that it knows by its content', async () => {
    const app = studied()
    app.stored.set('f1', {
      finest: new Uint8Array(100_000).fill(7),
      duration: 1000,
      silences: null,
    })
    app.analyses.begin(file)
    await app.drawn()
    expect(app.asked.filter((each) => each.startsWith('peaks'))).toEqual([])
    expect(pyramidOf(app).peaksBetween({ start: 0, end: 1000 }, 1)[0]).toBeCloseTo(7 / 255)
  })

  test('lets seeks be where the container says where times are', async () => {
    const app = studied()
    app.analyses.begin(address)
    await app.drawn()
    expect(app.store.getState().seeking).toEqual({ status: 'exact' })
    expect(app.movedTo).toEqual([])
  })

  test('moves the player to where seeks are exact when the browser would guess, and tells times by the count', async () => {
    const app = studied({ reader: { open: () => Promise.resolve(guessed) } })
    app.analyses.begin(file)
    await app.drawn()
    expect(app.movedTo).toEqual(['blob:exact'])
    expect(app.store.getState().seeking).toEqual({ status: 'exact' })
    expect(pyramidOf(app).duration).toBe(360)
    expect(app.stored.get('f1')?.duration).toBe(360)
  })

  test('copies a recording from the web to the disk when only all of its bytes tell its times', async () => {
    const app = studied({ reader: { open: () => Promise.resolve(guessed) } })
    app.analyses.begin(address)
    await app.drawn()
    expect(app.asked.filter((each) => each.startsWith('read'))).toEqual([
      'read address',
      'read file',
    ])
    expect(app.movedTo).toEqual(['blob:exact'])
  })

  test.each<[string, Error, RecordingSource, RegExp]>([
    [
      'a file that was deleted',
      new Error('the file has been changed or moved since it was opened'),
      file,
      /: the file has been changed, moved or deleted since it was opened\. Open it again\.$/,
    ],
    ['any other file', new Error('odd'), file, /Convert it to M4A or WAV to seek exactly\.$/],
    [
      'a disk that is full',
      new DOMException('Quota', 'QuotaExceededError'),
      address,
      /no room for the copy of which one is made\. Free some space on the disk/,
    ],
    ['an address', new Error('CORS'), address, /Download it, and open the file\.$/],
  ])('says what is to be done where seeks stay guesses because of %s', async (...given) => {
    const [, error, source, sentence] = given
    const app = studied({
      reader: { open: () => Promise.resolve(guessed), countFrames: () => Promise.reject(error) },
      ports: { download: () => Promise.reject(error) },
    })
    app.analyses.begin(source)
    await eventually(() =>
      expect(app.store.getState().seeking).toMatchObject({
        status: 'estimated',
        why: expect.stringMatching(sentence),
      }),
    )
  })

  test('says so where seeks stay guesses: sound that cannot be counted, or a browser that refuses', async () => {
    const reader: Partial<AudioReader> = {
      open: () => Promise.resolve(guessed),
      countFrames: () => Promise.resolve({ kind: 'uncountable', reason: 'changes', at: 9 }),
    }
    const app = studied({ reader })
    app.analyses.begin(file)
    await app.drawn()
    expect(app.store.getState().seeking).toMatchObject({ status: 'estimated' })

    const refused = studied({
      reader: { open: () => Promise.resolve(guessed) },
      ports: {
        player: {
          element: { duration: 1000 },
          whenReady: () => Promise.resolve(),
          swapTo: () => Promise.resolve('refused'),
        } as unknown as Player,
      },
    })
    refused.analyses.begin(file)
    await refused.drawn()
    expect(refused.store.getState().seeking).toMatchObject({
      status: 'estimated',
      why: expect.stringContaining('this browser') as string,
    })
  })

  test('of an unreadable file gives a sentence only', async () => {
    const app = studied({
      reader: { open: () => Promise.reject(new Error('there is no sound in it')) },
    })
    app.analyses.begin(file)
    await eventually(() => expect(app.store.getState().peaks.status).toBe('unavailable'))
    expect(app.store.getState().peaks).toMatchObject({
      why: expect.stringContaining('there is no sound in it') as string,
    })
    expect(app.store.getState().recording.status).toBe('open')
  })

  test('of an unplayable recording shows an alert: its name, why, and what to do', async () => {
    const undecodable = new UndecodableAudio('it is encrypted')
    const app = studied({ reader: { open: () => Promise.reject(undecodable) } })
    app.analyses.begin(file)
    await eventually(() => expect(app.store.getState().peaks.status).toBe('unavailable'))
    expect(app.store.getState().notices.alert?.message).toMatch(
      /^a has no sound that can be played: it is encrypted\. .*again/,
    )
    expect(app.store.getState().seeking.status).toBe('unknown')
  })

  test('draws around what is broken, and does not keep that', async () => {
    const app = studied({
      reader: {
        peaks: ({ first, count }) =>
          first === 6144
            ? Promise.reject(new Error('broken'))
            : Promise.resolve(new Uint8Array(count)),
      },
    })
    app.analyses.begin(file)
    await eventually(() => expect(app.store.getState().silences).not.toBeNull())
    expect(pyramidOf(app).incompleteRanges()).toEqual([
      { start: 61.44, end: 122.88, isKnown: true },
    ])
    expect(app.stored.size).toBe(0)
  })

  test('decodes nothing for a waveform that is hidden, until it is shown', async () => {
    const app = studied()
    app.store.getState().preferencesChanged({ showWaveform: false })
    app.analyses.begin(file)
    await eventually(() => expect(app.store.getState().seeking.status).toBe('exact'))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(app.asked.filter((each) => each.startsWith('peaks'))).toEqual([])
    app.store.getState().preferencesChanged({ showWaveform: true })
    await app.drawn()
  })

  test('stops where it is while it is paused, and goes on from there', async () => {
    const app = studied({
      reader: {
        peaks: ({ count }) =>
          new Promise((resolve) => setTimeout(() => resolve(new Uint8Array(count)))),
      },
    })
    app.analyses.begin(file)
    await eventually(() => expect(app.store.getState().peaks.status).toBe('drawing'))
    const { peaks, peaksReported } = app.store.getState()
    if (peaks.status !== 'drawing') throw new Error(peaks.status)
    peaksReported({ ...peaks, isPaused: true })
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(app.store.getState().peaks).toMatchObject({ status: 'drawing', isPaused: true })
    peaksReported({ ...peaks, isPaused: false })
    await app.drawn()
  })

  test('that is cancelled leaves the waveform as it is, at once', async () => {
    const app = studied({ reader: { peaks: () => new Promise(() => {}) } })
    app.analyses.begin(file)
    await eventually(() => expect(app.asked).toContain('read file'))
    const { peaksReported } = app.store.getState()
    const { createPeakPyramid } = await import('#audio/peaks/peak-pyramid.ts')
    peaksReported({
      status: 'drawing',
      stage: 'decoding',
      pyramid: createPeakPyramid(9),
      progress: 0.5,
      isPaused: false,
    })
    app.analyses.cancelDrawing()
    expect(app.store.getState().peaks.status).toBe('drawn')
  })

  test('that is cancelled ends the decoding that is under way, but not the counting of frames', async () => {
    const stuck: Partial<AudioReader> = { peaks: () => new Promise(() => {}) }
    const app = studied({ reader: stuck })
    app.analyses.begin(file)
    await eventually(() => expect(app.store.getState().seeking.status).toBe('exact'))
    app.analyses.cancelDrawing()
    expect(app.asked).toContain('dispose')

    const counted = studied({ reader: { ...stuck, open: () => Promise.resolve(guessed) } })
    counted.analyses.begin(file)
    await eventually(() => expect(counted.asked).toContain('read file'))
    counted.analyses.cancelDrawing()
    await eventually(() => expect(counted.movedTo).toEqual(['blob:exact']))
    expect(counted.asked).not.toContain('dispose')
  })

  test('ends with the recording: its readers are disposed of, and nothing is reported', async () => {
    const app = studied({ reader: { peaks: () => new Promise(() => {}) } })
    app.analyses.begin(file)
    await eventually(() => expect(app.asked).toContain('read file'))
    app.analyses.end()
    expect(app.asked).toContain('dispose')
    expect(app.store.getState().peaks.status).not.toBe('unavailable')
  })
})

describe('precomputed peaks', () => {
  const given = (peaks: Partial<PrecomputedPeaks> = {}): PrecomputedPeaks => {
    const { duration = 1000 } = peaks
    return {
      ok: true,
      name: 'a.dat',
      peaks: new Uint8Array(duration * 100).fill(30),
      duration,
      resolution: 0.01,
      isCoarse: false,
      silences: [{ start: 7, end: 8 }],
      ...peaks,
    }
  }
  const coarse = (peaks: Partial<PrecomputedPeaks> = {}) =>
    given({ isCoarse: true, resolution: 0.5, silences: null, ...peaks })
  const unreadable: Partial<AudioReader> = {
    open: () => Promise.reject(new Error('the server does not let other pages read it')),
  }
  const decoded = ({ asked }: ReturnType<typeof studied>) =>
    asked.filter((each) => each.startsWith('peaks'))
  const loudest = (app: ReturnType<typeof studied>) =>
    Math.round(pyramidOf(app).peaksBetween({ start: 0, end: 1000 }, 1)[0]! * 255)

  test('are drawn, with the silences in them, and nothing is decoded', async () => {
    const app = studied()
    app.analyses.begin(file, Promise.resolve(given()))
    await app.drawn()
    expect(loudest(app)).toBe(30)
    expect(pyramidOf(app).incompleteRanges()).toEqual([])
    await eventually(() => expect(app.store.getState().seeking.status).toBe('exact'))
    expect(app.store.getState().silences).toEqual([{ start: 7, end: 8 }])
    expect(decoded(app)).toEqual([])
    expect(app.stored.size).toBe(0)
  })

  test('leave it to the frames to make seeks exact, and are as long as these', async () => {
    const app = studied({ reader: { open: () => Promise.resolve(guessed) } })
    app.analyses.begin(address, Promise.resolve(given({ duration: 360 })))
    await app.drawn()
    await eventually(() => expect(app.movedTo).toEqual(['blob:exact']))
    expect(pyramidOf(app).duration).toBe(360)
    expect(loudest(app)).toBe(30)
    expect(app.store.getState().notices.alert).toBeNull()
  })

  test('show the sound of a recording that may not be read', async () => {
    const app = studied({ reader: unreadable })
    app.analyses.begin(address, Promise.resolve(given()))
    await eventually(() => expect(app.store.getState().seeking.status).toBe('estimated'))
    expect(app.store.getState().peaks.status).toBe('drawn')
    expect(loudest(app)).toBe(30)
  })

  test('replace the preview where they are coarse: every sample is still decoded', async () => {
    const app = studied()
    app.analyses.begin(file, Promise.resolve(coarse()))
    await app.drawn()
    expect(decoded(app)).toHaveLength(Math.ceil(1000 / 61.44))
    expect(loudest(app)).toBe(100)
    await eventually(() => expect(app.store.getState().silences).toEqual([{ start: 1, end: 2 }]))
  })

  test('stay as they are where they are coarse and nothing else can be read', async () => {
    const app = studied({ reader: unreadable })
    app.analyses.begin(address, Promise.resolve(coarse()))
    await app.drawn()
    expect(loudest(app)).toBe(30)
    expect(pyramidOf(app).incompleteRanges()).toEqual([{ start: 0, end: 1000, isKnown: true }])
    expect(app.store.getState().silences).toBeNull()
  })

  test('of another length are not drawn, and a sentence says both lengths', async () => {
    const app = studied()
    app.store.getState().alertRaised({ code: 'x', severity: 'note', message: 'Before.' })
    app.analyses.begin(file, Promise.resolve(given({ duration: 1004 })))
    await app.drawn()
    expect(loudest(app)).toBe(100)
    expect(app.store.getState().notices.alert?.message).toMatch(
      /^Before\. a\.dat is not used .* of a recording of 16:44, and this one lasts 16:40/,
    )
  })

  test.each([
    ['a coarse peak that reaches over the end', coarse({ duration: 1005, resolution: 5 })],
    ['what rounding and an encoder add', given({ duration: 1001.5 })],
  ])('may be longer by %s', async (_, peaks) => {
    const app = studied({ reader: unreadable })
    app.analyses.begin(file, Promise.resolve(peaks))
    await app.drawn()
    expect(app.store.getState().notices.alert).toBeNull()
  })

  test('are waited for before anything is decoded, and not longer than they take', async () => {
    const app = studied()
    let give: (peaks: PrecomputedPeaks | null) => void = () => {}
    app.analyses.begin(file, new Promise((resolve) => (give = resolve)))
    await eventually(() => expect(app.store.getState().seeking.status).toBe('exact'))
    expect(decoded(app)).toEqual([])
    give(null)
    await app.drawn()
    expect(loudest(app)).toBe(100)
  })

  test('may come later: fine ones end the drawing, coarse ones replace the preview', async () => {
    const slow: Partial<AudioReader> = { peaks: () => new Promise(() => {}) }
    const fine = studied({ reader: slow })
    fine.analyses.begin(file)
    await eventually(() => expect(fine.store.getState().seeking.status).toBe('exact'))
    fine.analyses.take(given())
    await fine.drawn()
    expect(loudest(fine)).toBe(30)

    const rough = studied({ reader: slow })
    rough.analyses.begin(file)
    await eventually(() => expect(rough.store.getState().seeking.status).toBe('exact'))
    rough.analyses.take(coarse())
    await eventually(() => expect(loudest(rough)).toBe(30))
    expect(rough.store.getState().peaks.status).toBe('drawing')
  })

  test('that come when everything has been drawn show only if they are fine', async () => {
    const app = studied()
    app.analyses.begin(file)
    await eventually(() => expect(app.stored.size).toBe(1))
    app.analyses.take(coarse())
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(loudest(app)).toBe(100)
    app.analyses.take(given())
    await eventually(() => expect(loudest(app)).toBe(30))
  })

  test('for a recording whose drawing failed or was cancelled are drawn', async () => {
    const app = studied({ reader: unreadable })
    app.analyses.begin(file)
    await eventually(() => expect(app.store.getState().peaks.status).toBe('unavailable'))
    app.analyses.take(coarse())
    await app.drawn()
    app.analyses.cancelDrawing()
    app.analyses.take(given())
    await eventually(() => expect(pyramidOf(app).incompleteRanges()).toEqual([]))
  })

  test('of the previous recording are ignored', async () => {
    const app = studied()
    let give: (peaks: PrecomputedPeaks | null) => void = () => {}
    app.analyses.begin(file, new Promise((resolve) => (give = resolve)))
    app.analyses.begin(file)
    give(given())
    await app.drawn()
    expect(loudest(app)).toBe(100)
  })
})

describe('a recording that does not say how long it is', () => {
  const durationOf = ({ store }: ReturnType<typeof studied>) => {
    const { recording } = store.getState()
    return recording.status === 'open' ? recording.duration : null
  }
  const endless = (options: Parameters<typeof studied>[0] = {}) => {
    const app = studied(options)
    const { recording, recordingOpened } = app.store.getState()
    if (recording.status === 'open') recordingOpened({ ...recording, duration: 0 })
    return app
  }

  test('is as long as its sound, whatever the player goes on not to know', async () => {
    const app = endless()
    app.analyses.begin(file)
    await eventually(() => expect(durationOf(app)).toBe(1000))
    app.store.getState().durationReported(0, true)
    expect(durationOf(app)).toBe(1000)
  })

  test('and may not be read is as long as the peaks that were made of it', async () => {
    const reader = { open: () => Promise.reject(new Error('no')) }
    const app = endless({ reader })
    const peaks = new Uint8Array(9)
    const rest = { name: 'a.dat', resolution: 1, isCoarse: true, silences: null } as const
    app.analyses.begin(file, Promise.resolve({ ok: true, peaks, duration: 300, ...rest }))
    await app.drawn()
    expect(durationOf(app)).toBe(300)
  })
})

test('frames that take the same bytes each are counted, too, where that costs nothing', async () => {
  const facts = { ...guessed, frames: { isConstant: true, stream } }
  const app = studied({ reader: { open: () => Promise.resolve(facts) } })
  app.analyses.begin(file)
  await app.drawn()
  expect(app.movedTo).toEqual(['blob:exact'])
  const onTheWeb = studied({ reader: { open: () => Promise.resolve(facts) } })
  onTheWeb.analyses.begin(address)
  await onTheWeb.drawn()
  expect(onTheWeb.movedTo).toEqual([])
})

test('a server that gives only the whole is left for a copy, in which seeks land', async () => {
  const noRanges = Object.assign(new Error('whole'), { name: 'NoRanges' })
  let times = 0
  const app = studied({
    reader: {
      open: () => (times++ === 0 ? Promise.reject(noRanges) : Promise.resolve(plain)),
    },
  })
  app.analyses.begin(address)
  await app.drawn()
  expect(app.movedTo).toEqual(['blob:exact'])
})
