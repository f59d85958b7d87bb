import { proxy, wrap } from 'comlink'
import type { Remote } from 'comlink'
import type { VirtualFile } from '#audio/seeking/virtual-file.ts'
import type { FrameCount } from '#audio/frames/frame-counter.ts'
import type { FrameIndex } from '#audio/frames/frame-index.ts'
import type { AudioReader } from '#audio/audio-reader.ts'
import type { AudioInfo } from '#audio/audio-info.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import type { AudioWorkerApi } from './audio.worker.ts'

/** More only wait for each other: for memory, for the disk, for the network. */
const mostLanes = 4

interface Lane {
  readonly worker: Worker
  readonly remote: Remote<AudioWorkerApi>
  readonly opened: Promise<AudioInfo>
  /** Decoders do one thing after the other. */
  last: Promise<unknown>
  waiting: number
}

export function createAudioReader(place: RecordingSource): AudioReader {
  const lanes: Lane[] = []
  const count = Math.max(1, Math.min(mostLanes, navigator.hardwareConcurrency))
  let index: FrameIndex | null = null

  function startLane(): Lane {
    const worker = new Worker(new URL('./audio.worker.ts', import.meta.url), { type: 'module' })
    const remote = wrap<AudioWorkerApi>(worker)
    const broken = new Promise<never>((_, reject) => {
      worker.addEventListener('error', ({ message }) => {
        reject(new Error(message || 'the reader of sound could not be loaded'))
      })
    })
    const opened = Promise.race([remote.open(place), broken])
    // Who asks for something hears of it then.
    opened.catch(() => undefined)
    const lane = { worker, remote, opened, last: opened, waiting: 0 }
    if (index) tellIndex(lane, index)
    lanes.push(lane)
    return lane
  }
  function tellIndex({ remote, opened }: Lane, index: FrameIndex) {
    opened.then(() => remote.setFrameIndex(index)).catch(() => undefined)
  }
  /** The one with the least to do; another one while there may be more. */
  function freeLane(): Lane {
    const idle = lanes.find(({ waiting }) => waiting === 0)
    if (idle) return idle
    if (lanes.length < count) return startLane()
    return lanes.reduce((least, lane) => (lane.waiting < least.waiting ? lane : least))
  }

  /** What is no decoding does not wait for it. */
  async function askFirst<T>(ask: (lane: Lane) => Promise<T>): Promise<T> {
    const lane = lanes[0] ?? startLane()
    await lane.opened
    return ask(lane)
  }

  return {
    workerCount: count,
    open: () => (lanes[0] ?? startLane()).opened,
    countFrames: (onProgress) =>
      askFirst(async ({ remote }): Promise<FrameCount | null> =>
        remote.countFrames(proxy(onProgress)),
      ),
    setFrameIndex(counted) {
      index = counted
      for (const lane of lanes) tellIndex(lane, counted)
    },
    peaks(part) {
      const lane = freeLane()
      lane.waiting++
      const work = lane.last
        .catch(() => undefined)
        .then(() => lane.opened)
        .then(() => lane.remote.peaks(part))
        .finally(() => lane.waiting--)
      lane.last = work.catch(() => undefined)
      return work
    },
    seekableFile: (index) =>
      askFirst(async ({ remote }): Promise<VirtualFile> => remote.seekableFile(index)),
    fingerprint: () => askFirst(({ remote }) => remote.fingerprint()),
    detectSilences: (finest) => askFirst(({ remote }) => remote.detectSilences(finest)),
    dispose() {
      for (const { worker } of lanes) worker.terminate()
    },
  }
}
