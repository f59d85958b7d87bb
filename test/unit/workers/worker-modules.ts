import { expose } from 'comlink'
import { vi } from 'vitest'

/** What has been started by `new Worker`, in order. */
export interface RunningModule {
  readonly script: string
  isTerminated: boolean
}

const ports: MessagePort[] = []
let instance = 0
/** The port of the module that is being evaluated; in a worker it is the global scope. */
let exposedAt: MessagePort | undefined

vi.doMock('comlink', async (importOriginal) => ({
  ...(await importOriginal<object>()),
  expose: (api: object) => expose(api, exposedAt),
}))

/**
 * Lets `new Worker` run the real worker modules in the thread of the test, each with state of its own. Their messages pass
 * through a channel, so they are cloned and transferred as between threads.
 */
export function runWorkerModules({ cores = 2 } = {}): readonly RunningModule[] {
  const running: RunningModule[] = []
  let last: Promise<unknown> = Promise.resolve()
  vi.stubGlobal('navigator', { hardwareConcurrency: cores })
  vi.stubGlobal(
    'Worker',
    // A constructor may return another object.
    function WorkerOfModule(url: URL) {
      const { port1, port2 } = new MessageChannel()
      ports.push(port1, port2)
      const script = url.pathname.split('/').at(-1)!
      const module: RunningModule = { script, isTerminated: false }
      running.push(module)
      // One after the other, because modules that are evaluated find their port in one variable.
      last = last.then(async () => {
        exposedAt = port2
        // An address of its own, or the module would be evaluated once only.
        instance++
        await import(/* @vite-ignore */ `${url.pathname}?instance=${instance}`)
      })
      return Object.assign(port1, {
        terminate() {
          module.isTerminated = true
          port1.close()
        },
      })
    },
  )
  return running
}

/** To be called after each test: open ports keep the process alive. */
export function endWorkerModules() {
  for (const port of ports.splice(0)) port.close()
  vi.unstubAllGlobals()
}
