import type { Reading, ReadingHint } from '#formats/read-transcript.ts'
import type { Player } from '#media/player.ts'
import type { ProbeResult } from '#media/probe.ts'
import { checkAddress } from '#sources/check-address.ts'
import type { FetchLimits } from '#sources/fetch-bytes.ts'
import { demo } from '#sources/page-address.ts'
import { sortFiles } from '#sources/sort-files.ts'
import type { AppStore } from '#state/store.ts'
import type { Place } from '#storage/places.ts'
import type { Problem } from '#transcript/problem.ts'
import { soundAt, soundOfFile, textAt, textOfFile, writtenText } from './opening-sources.ts'
import type { SoundSource, TextSource } from './opening-sources.ts'
import * as trouble from './opening-trouble.ts'
import type { Studies } from './study/studies.ts'

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
  /** Something of this name will want reading soon. */
  prepareReader(fileName: string): void
  readTranscript(
    bytes: Uint8Array<ArrayBuffer>,
    hint: ReadingHint,
    signal: AbortSignal,
  ): Promise<Reading>
  readonly studies: Pick<Studies, 'begin' | 'end'>
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

interface OpenRequest {
  readonly sound: SoundSource | null
  readonly texts: readonly TextSource[]
  readonly title: string | null
  readonly time: number | null
  readonly isDemo: boolean
  /** What was wrong with the request before anything was opened. */
  readonly problems: readonly Problem[]
}

/** What one half of a request came to. */
interface Outcome {
  readonly opened: boolean
  readonly problems: readonly Problem[]
}

const nothing: Outcome = { opened: false, problems: [] }

export function createOpener(ports: OpenerPorts): Opener {
  const { store, player, studies, pageAddress } = ports
  let loading: AbortController | null = null
  /** Which request the open recording, and the open text, came with. */
  let playing: OpenRequest | null = null
  let shown: OpenRequest | null = null

  async function open(prepare: () => OpenRequest | Promise<OpenRequest>) {
    loading?.abort()
    const current = (loading = new AbortController())
    const { signal } = current
    const state = store.getState()
    try {
      const request = await prepare()
      signal.throwIfAborted()
      state.openingReported({ status: 'busy', name: namesOf(request), progress: null })
      const [sound, texts] = await Promise.all([
        openSound(request, signal),
        openTexts(request, signal),
      ])
      // A text of one's own is not for the demo's sound.
      if (texts.opened && !request.isDemo && playing?.isDemo === true) closeSound()
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

  async function openSound(request: OpenRequest, signal: AbortSignal): Promise<Outcome> {
    const { sound } = request
    if (!sound) return nothing
    const result = await ports.probe(sound.address, signal).catch((error: unknown) => {
      sound.release()
      throw error
    })
    if (result.kind === 'unplayable') {
      sound.release()
      return { opened: false, problems: [trouble.unplayable(sound.name, result.reason)] }
    }
    // The text of another recording does not stay beside this one; one that waits for its sound does.
    if (playing && shown !== request) store.getState().documentClosed()
    play(request, sound)
    studies.begin(sound.place)
    return { opened: true, problems: [] }
  }

  function play(request: OpenRequest, sound: SoundSource) {
    playing?.sound?.release()
    playing = request
    const { name, key, address, sharedAddress } = sound
    const place = ports.placeOf(key)
    player.load(address)
    store.getState().recordingOpened({
      name: request.title ?? name,
      key,
      address,
      sharedAddress,
      duration: 0,
      seekable: true,
    })
    followAgain()
    player.setRate(place?.rate ?? 1)
    if (place) player.setVolume(place.volume)
    const start = request.time ?? place?.time ?? 0
    if (start > 0) player.seek(start)
  }

  function closeSound() {
    studies.end()
    playing?.sound?.release()
    playing = null
    player.unload()
    store.getState().recordingClosed()
  }

  async function openTexts(request: OpenRequest, signal: AbortSignal): Promise<Outcome> {
    const readings = await Promise.all(request.texts.map((text) => readText(text, signal)))
    signal.throwIfAborted()
    const problems = readings.flatMap(({ failures }) => failures)
    const read = readings.flatMap(({ name, reading }) => {
      const transcript = reading?.transcript
      return reading && transcript ? [{ name, transcript, reading }] : []
    })
    const [first, ...more] = read.filter(({ transcript }) => transcript.segments.length > 0)
    const chapters = read.find(({ transcript }) => transcript.segments.length === 0)
    const state = store.getState()
    if (first) {
      shown = request
      const { name, transcript, reading } = first
      state.documentOpened({
        name,
        format: reading.format ?? '',
        transcript: chapters
          ? { ...transcript, chapters: chapters.transcript.chapters }
          : transcript,
        problems: reading.problems,
      })
      followAgain()
    } else if (chapters) {
      const hasText = state.document.status === 'open'
      if (hasText) state.chaptersOpened(chapters.transcript.chapters)
      else problems.push(trouble.chaptersWithoutText(chapters.name))
    }
    if (first && more.length > 0) problems.push(trouble.oneTranscriptOnly(first.name, more))
    return { opened: first !== undefined, problems }
  }

  async function readText({ name, mimeType, bytes }: TextSource, signal: AbortSignal) {
    try {
      ports.prepareReader(name)
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

  /** Something new is looked at from where it is heard, unless the listener has turned following off. */
  function followAgain() {
    const { follow, followChanged } = store.getState()
    if (follow === 'suspended') followChanged('following')
  }

  function reportProgress(progress: number) {
    const { opening, openingReported } = store.getState()
    if (opening.status === 'busy') openingReported({ ...opening, progress })
  }

  function requestAddresses(asked: AddressRequest, { isDemo = false } = {}): OpenRequest {
    const problems: Problem[] = []
    const checked = (written: string | null | undefined) => {
      if (written === null || written === undefined || written === '') return []
      const result = checkAddress(written, pageAddress)
      if (result.ok) return [result.address]
      problems.push(trouble.badAddress(written, result.why))
      return []
    }
    const { fetchBytes } = ports
    const [sound] = checked(asked.audio).map(soundAt)
    const texts = [...checked(asked.transcript), ...checked(asked.chapters)]
    return {
      sound: sound ?? null,
      texts: texts.map((address) => textAt(address, fetchBytes, reportProgress)),
      title: asked.title ?? null,
      time: asked.time ?? null,
      isDemo,
      problems,
    }
  }

  return {
    async openFiles(files) {
      if (files.length > 0) await open(() => requestFiles(files))
    },
    openAddresses: (request) => open(() => requestAddresses(request)),
    openText: (text, name) => open(() => ({ ...emptyRequest, texts: [writtenText(text, name)] })),
    openDemo: (time = null) => open(() => requestAddresses({ ...demo, time }, { isDemo: true })),
    cancel: () => loading?.abort(),
    dispose() {
      loading?.abort()
      studies.end()
      playing?.sound?.release()
    },
  }
}

const emptyRequest: OpenRequest = {
  sound: null,
  texts: [],
  title: null,
  time: null,
  isDemo: false,
  problems: [],
}

async function requestFiles(files: readonly File[]): Promise<OpenRequest> {
  const { sound, texts, moreSounds, unreadable } = await sortFiles(files)
  const problems: Problem[] = []
  if (unreadable.length > 0) {
    problems.push(trouble.notReadable(unreadable.map(({ name }) => name).join(', ')))
  }
  if (sound && moreSounds.length > 0) problems.push(trouble.oneRecordingOnly(sound.name))
  return {
    ...emptyRequest,
    sound: sound && soundOfFile(sound),
    texts: texts.map(textOfFile),
    problems,
  }
}

const namesOf = ({ sound, texts }: OpenRequest) =>
  [sound, ...texts].flatMap((source) => (source ? [source.name] : [])).join(' and ')
