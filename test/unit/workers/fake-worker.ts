import { expose } from 'comlink'
import { vi } from 'vitest'

export { eventually } from '../../support/eventually.ts'

/** The browser's end of a worker that runs in the thread of the test. */
export interface FakeWorker {
  readonly worker: Worker
  /** File name of the script; '' for one that is not started by `new Worker`. */
  readonly script: string
  readonly isTerminated: boolean
  /** The browser's `error` event: with a message if the script threw, without if it could not be loaded. */
  breakDown(message?: string): void
  /** The browser's `messageerror` event: a message that cannot be deserialised. */
  sendUnreadable(): void
}

const ports: MessagePort[] = []

/** `api`: what the worker exposes; `null` for one that never answers. */
export function createFakeWorker(api: object | null, script = ''): FakeWorker {
  const { port1, port2 } = new MessageChannel()
  ports.push(port1, port2)
  if (api) expose(api, port2)
  let isTerminated = false
  const terminate = () => {
    isTerminated = true
    port1.close()
  }
  const dispatch = (type: string, properties: object) =>
    void port1.dispatchEvent(Object.assign(new Event(type), properties))
  return {
    worker: Object.assign(port1, { terminate }) as unknown as Worker,
    script,
    get isTerminated() {
      return isTerminated
    },
    breakDown: (message) => dispatch('error', message === undefined ? {} : { message }),
    sendUnreadable: () => dispatch('messageerror', { data: null }),
  }
}

/**
 * A machine with so many cores, whose `new Worker` starts fake workers; `apiOf` gives the API of each, by its number and
 * script. Returns those that have been started.
 */
export function stubWorkers(
  apiOf: (number: number, script: string) => object | null,
  { cores = 2 } = {},
): readonly FakeWorker[] {
  const started: FakeWorker[] = []
  vi.stubGlobal('navigator', { hardwareConcurrency: cores })
  vi.stubGlobal(
    'Worker',
    // A constructor may return another object.
    function FakeWorkerConstructor(url: URL) {
      const script = url.pathname.split('/').at(-1)!
      const fake = createFakeWorker(apiOf(started.length, script), script)
      started.push(fake)
      return fake.worker
    },
  )
  return started
}

/** To be called after each test: open ports keep the process alive. */
export function endFakeWorkers() {
  for (const port of ports.splice(0)) port.close()
  vi.unstubAllGlobals()
}
