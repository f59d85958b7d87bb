import { canDecodeAtOnce } from '#audio/decode-peaks.ts'
import type { Peaks } from '#audio/peaks.ts'
import type { Reading, ReadingHint } from '#formats/read-transcript.ts'
import type { Player } from '#media/player.ts'
import type { ProbeResult } from '#media/probe.ts'
import { checkAddress, nameOfAddress } from '#sources/check-address.ts'
import type { FetchLimits } from '#sources/fetch-bytes.ts'
import { demo } from '#sources/page-address.ts'
import { sortFiles } from '#sources/sort-files.ts'
import type { AppStore } from '#state/store.ts'
import type { Place } from '#storage/places.ts'
import type { Problem } from '#transcript/problem.ts'
import * as trouble from './opening-trouble.ts'

/** The world outside, as opening needs it. */
export interface OpenerPorts {
  readonly store: AppStore
  readonly player: Player
  /** Addresses are made whole against this. */
  readonly pageAddress: string
  probe(address: string, signal: AbortSignal): Promise<ProbeResult>
  fetchBytes(
    address: string,
    options: { signal: AbortSignal; limits: FetchLimits; onProgress?: (progress: number) => void },
  ): Promise<Uint8Array<ArrayBuffer>>
  readTranscript(
    bytes: Uint8Array<ArrayBuffer>,
    hint: ReadingHint,
    signal: AbortSignal,
  ): Promise<Reading>
  decodePeaks(encoded: ArrayBuffer, signal: AbortSignal): Promise<Peaks>
  placeOf(recording: string): Place | null
}

export interface AddressRequest {
  readonly audio: string | null
  readonly transcript: string | null
  readonly chapters?: string | null
  readonly title?: string | null
  /** Seconds; wins over the place that was kept. */
  readonly time?: number | null
}

/** Opens recordings and transcripts. Each call ends the loading of the one before it. */
export interface Opener {
  openFiles(files: readonly File[]): Promise<void>
  openAddresses(request: AddressRequest): Promise<void>
  openText(text: string, name: string): Promise<void>
  /** At this moment, seconds, if one is asked for. */
  openDemo(time?: number | null): Promise<void>
  /** Stops loading; what is open stays open. */
  cancel(): void
  dispose(): void
}

interface SoundSource {
  readonly name: string
  readonly key: string
  readonly address: string
  readonly sharedAddress: string | null
  /** Given up when another recording takes its place. */
  release(): void
  /** Bytes; `null` when it is not known before fetching. */
  readonly size: number | null
  bytes(signal: AbortSignal): Promise<ArrayBuffer>
}

interface TextSource {
  readonly name: string
  readonly mimeType: string
  bytes(signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>>
}

interface OpenRequest {
  readonly sound: SoundSource | null
  readonly texts: readonly TextSource[]
  readonly title: string | null
  readonly time: number | null
  readonly isDemo: boolean
  /** What was wrong with the request before anything was opened. */
  readonly problems: readonly Problem[]
}

const textLimits: FetchLimits = { patienceMs: 15_000, mostBytes: 64 * 2 ** 20 }
const soundLimits: FetchLimits = { patienceMs: 30_000, mostBytes: 200 * 2 ** 20 }

export function createOpener(ports: OpenerPorts): Opener {
  const { store, player, pageAddress } = ports
  let loading: AbortController | null = null
  let drawing: AbortController | null = null
  let playing: SoundSource | null = null
  let showsDemo = false

  async function open(request: OpenRequest) {
    loading?.abort()
    const current = (loading = new AbortController())
    const { signal } = current
    const state = store.getState()
    const names = [request.sound?.name, ...request.texts.map(({ name }) => name)]
    state.openingReported({
      status: 'busy',
      name: names.filter((name) => name !== undefined).join(' and '),
      progress: null,
    })
    try {
      const replacesDemo = showsDemo && !request.isDemo
      const [sound, texts] = await Promise.all([
        openSound(request, signal),
        openTexts(request, signal),
      ])
      if (sound.opened || texts.opened) {
        if (replacesDemo && !texts.opened) state.documentClosed()
        if (replacesDemo && !sound.opened) closeSound()
        showsDemo = request.isDemo
      }
      const problems = [...request.problems, ...sound.problems, ...texts.problems]
      if (problems.length > 0) state.alertRaised(trouble.together(problems))
      else state.alertDismissed()
    } catch (error) {
      if (!signal.aborted) state.alertRaised(trouble.ownMistake(error))
    } finally {
      if (loading === current) {
        loading = null
        state.openingReported({ status: 'idle' })
      }
    }
  }

  async function openSound({ sound, texts, time, title }: OpenRequest, signal: AbortSignal) {
    if (!sound) return { opened: false, problems: [] }
    let result: ProbeResult
    try {
      result = await ports.probe(sound.address, signal)
    } catch (error) {
      sound.release()
      throw error
    }
    if (result.kind === 'unplayable') {
      sound.release()
      return { opened: false, problems: [trouble.unplayable(sound.name, result.reason)] }
    }
    const state = store.getState()
    const startsAfresh = state.recording.status === 'open' && texts.length === 0
    if (startsAfresh) state.documentClosed()
    play(sound, { title, time })
    void drawPeaks(sound, result.duration)
    return { opened: true, problems: [] }
  }

  function play(sound: SoundSource, { title, time }: Pick<OpenRequest, 'title' | 'time'>) {
    playing?.release()
    playing = sound
    const { name, key, address, sharedAddress } = sound
    const place = ports.placeOf(key)
    player.load(address)
    store.getState().recordingOpened({
      name: title ?? name,
      key,
      address,
      sharedAddress,
      duration: 0,
      seekable: true,
    })
    store.getState().followChanged('following')
    player.setRate(place?.rate ?? 1)
    if (place) player.setVolume(place.volume)
    const start = time ?? place?.time ?? 0
    if (start > 0) player.seek(start)
  }

  function closeSound() {
    drawing?.abort()
    playing?.release()
    playing = null
    player.unload()
    store.getState().recordingClosed()
  }

  async function drawPeaks(sound: SoundSource, duration: number) {
    drawing?.abort()
    const { signal } = (drawing = new AbortController())
    const report = store.getState().peaksReported
    if (!canDecodeAtOnce(duration, sound.size ?? 0)) {
      report({ status: 'unavailable', why: trouble.tooLongToDraw })
      return
    }
    report({ status: 'loading' })
    try {
      const peaks = await ports.decodePeaks(await sound.bytes(signal), signal)
      report({ status: 'ready', ...peaks })
    } catch {
      if (!signal.aborted) report({ status: 'unavailable', why: trouble.cannotDraw })
    }
  }

  async function openTexts({ texts, sound }: OpenRequest, signal: AbortSignal) {
    const readings = await Promise.all(texts.map((text) => readText(text, signal)))
    signal.throwIfAborted()
    const problems = readings.flatMap((reading) => reading.failures)
    const read = readings.flatMap(({ name, reading }) => {
      const transcript = reading?.transcript
      return reading && transcript ? [{ name, transcript, reading }] : []
    })
    const [first, ...more] = read.filter(({ transcript }) => transcript.segments.length > 0)
    const state = store.getState()
    if (first) {
      state.documentOpened({
        name: first.name,
        format: first.reading.format ?? '',
        transcript: first.transcript,
        problems: first.reading.problems,
      })
      if (!sound) state.followChanged('following')
    }
    const chapters = read.find(({ transcript }) => transcript.segments.length === 0)
    if (chapters) {
      const hasText = store.getState().document.status === 'open'
      if (hasText) state.chaptersOpened(chapters.transcript.chapters)
      else problems.push(trouble.chaptersWithoutText(chapters.name))
    }
    if (first && more.length > 0) problems.push(trouble.oneTranscriptOnly(first.name, more))
    return {
      opened: first !== undefined || (chapters !== undefined && problems.length === 0),
      problems,
    }
  }

  async function readText({ name, mimeType, bytes }: TextSource, signal: AbortSignal) {
    try {
      const content = await bytes(signal)
      const hint = { fileName: name, ...(mimeType === '' ? {} : { mimeType }) }
      const reading = await ports.readTranscript(content, hint, signal)
      const failures = reading.transcript
        ? []
        : reading.problems.filter(({ severity }) => severity === 'error')
      return { name, reading, failures }
    } catch (error) {
      signal.throwIfAborted()
      return { name, reading: null, failures: [trouble.notFetched(name, error)] }
    }
  }

  function soundAt(address: string): SoundSource {
    return {
      name: nameOfAddress(address),
      key: address,
      address,
      sharedAddress: address,
      release() {},
      size: null,
      bytes: async (signal) =>
        (await ports.fetchBytes(address, { signal, limits: soundLimits })).buffer,
    }
  }

  function textAt(address: string): TextSource {
    const onProgress = (progress: number) => {
      const { opening, openingReported } = store.getState()
      if (opening.status === 'busy') openingReported({ ...opening, progress })
    }
    return {
      name: nameOfAddress(address),
      mimeType: '',
      bytes: (signal) => ports.fetchBytes(address, { signal, limits: textLimits, onProgress }),
    }
  }

  function openAddresses(request: AddressRequest, { isDemo = false } = {}) {
    const problems: Problem[] = []
    const checked = (written: string | null | undefined) => {
      if (written === null || written === undefined || written === '') return []
      const result = checkAddress(written, pageAddress)
      if (result.ok) return [result.address]
      problems.push(trouble.badAddress(written, result.why))
      return []
    }
    const [sound] = checked(request.audio).map(soundAt)
    const texts = [...checked(request.transcript), ...checked(request.chapters)].map(textAt)
    return open({
      sound: sound ?? null,
      texts,
      title: request.title ?? null,
      time: request.time ?? null,
      isDemo,
      problems,
    })
  }

  return {
    async openFiles(files) {
      if (files.length === 0) return
      const { sound, texts, moreSounds } = await sortFiles(files)
      await open({
        sound: sound && soundOfFile(sound),
        texts: texts.map(textOfFile),
        title: null,
        time: null,
        isDemo: false,
        problems: sound && moreSounds.length > 0 ? [trouble.oneRecordingOnly(sound.name)] : [],
      })
    },
    openAddresses: (request) => openAddresses(request),
    openText: (text, name) =>
      open({
        sound: null,
        texts: [
          { name, mimeType: '', bytes: () => Promise.resolve(new TextEncoder().encode(text)) },
        ],
        title: null,
        time: null,
        isDemo: false,
        problems: [],
      }),
    openDemo: (time = null) => openAddresses({ ...demo, time }, { isDemo: true }),
    cancel: () => loading?.abort(),
    dispose() {
      loading?.abort()
      drawing?.abort()
      playing?.release()
    },
  }
}

function soundOfFile(file: File): SoundSource {
  const address = URL.createObjectURL(file)
  return {
    name: file.name,
    key: `${file.name} ${file.size} ${file.lastModified}`,
    address,
    sharedAddress: null,
    release: () => URL.revokeObjectURL(address),
    size: file.size,
    bytes: () => file.arrayBuffer(),
  }
}

const textOfFile = (file: File): TextSource => ({
  name: file.name,
  mimeType: file.type,
  bytes: async () => new Uint8Array(await file.arrayBuffer()),
})
