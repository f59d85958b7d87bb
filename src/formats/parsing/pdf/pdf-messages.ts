/**
 * The messages of pdf.js between the half that draws and the half that parses (`src/shared/message_handler.js`). Only the
 * second half is used, so these are its only calls; the version is pinned in package.json.
 */
interface PdfMessage {
  readonly sourceName?: string
  readonly targetName?: string
  readonly action?: string
  readonly data?: unknown
  readonly callbackId?: number
  /** 1: the answer is in `data`; 2: the error is in `reason`. */
  readonly callback?: 1 | 2
  readonly reason?: unknown
  readonly streamId?: number
  readonly stream?: number
  readonly chunk?: unknown
  readonly desiredSize?: number
}

/** What pdf.js expects of a `MessagePort`. */
export interface PdfPort {
  postMessage(message: PdfMessage): void
  addEventListener(
    type: string,
    listener: (event: { data: PdfMessage }) => void,
    options?: { signal?: AbortSignal },
  ): void
}

/** Calls of the parsing half. All settle, also after `answer` threw. */
export interface PdfMessages {
  readonly port: PdfPort
  call(target: string, action: string, data?: unknown): Promise<unknown>
  /** Resolves at the end of the stream, or when `take`, which receives each chunk, returns that it wants no more. */
  stream(target: string, call: { action: string; data: unknown }, take: TakeChunk): Promise<void>
  send(target: string, action: string, data?: unknown): void
}

const sourceName = 'reader'
const streamClosed = 3
const streamChunk = 4
const streamFailed = 5
const streamStarted = 8

type TakeChunk = (chunk: unknown) => 'more' | 'enough'

interface Waiting {
  readonly resolve: (value?: unknown) => void
  readonly reject: (reason: unknown) => void
  readonly take?: TakeChunk
}

/**
 * Connects to the parsing half in the same thread; messages are delivered at once and not copied.
 *
 * @param answer is asked what the parsing half requests, and told what it reports
 */
export function createPdfMessages(answer: (action: string, data: unknown) => unknown): PdfMessages {
  const listeners = new Set<(event: { data: PdfMessage }) => void>()
  const calls = new Map<number, Waiting>()
  const streams = new Map<number, Waiting>()
  let lastId = 0

  const deliver = (message: PdfMessage) => {
    for (const listener of listeners) listener({ data: message })
  }

  function receiveStream({ streamId = 0, stream, chunk, reason }: PdfMessage) {
    const waiting = streams.get(streamId)
    if (waiting === undefined) return
    const isEnough = stream === streamChunk && waiting.take?.(chunk) === 'enough'
    const isFailure = stream === streamFailed || (stream === streamStarted && reason !== undefined)
    if (!isFailure && !isEnough && stream !== streamClosed) return
    streams.delete(streamId)
    if (isFailure) waiting.reject(reason)
    else waiting.resolve()
  }

  function receive(message: PdfMessage) {
    const { callback, callbackId = 0, action, data, reason } = message
    if (message.stream !== undefined) return receiveStream(message)
    if (callback !== undefined) {
      const waiting = calls.get(callbackId)
      calls.delete(callbackId)
      if (callback === 1) waiting?.resolve(data)
      else waiting?.reject(reason)
      return
    }
    const back = { sourceName, targetName: message.sourceName ?? '', callbackId }
    try {
      const answered = answer(action ?? '', data)
      if (callbackId > 0) deliver({ ...back, callback: 1, data: answered })
    } catch (error) {
      if (callbackId > 0) deliver({ ...back, callback: 2, reason: error })
    }
  }

  return {
    port: {
      postMessage: receive,
      addEventListener(_, listener, { signal } = {}) {
        listeners.add(listener)
        signal?.addEventListener('abort', () => listeners.delete(listener))
      },
    },
    call(targetName, action, data) {
      lastId += 1
      const callbackId = lastId
      return new Promise((resolve, reject) => {
        calls.set(callbackId, { resolve, reject })
        deliver({ sourceName, targetName, action, callbackId, data })
      })
    },
    stream(targetName, { action, data }, take) {
      lastId += 1
      const streamId = lastId
      return new Promise<unknown>((resolve, reject) => {
        streams.set(streamId, { resolve, reject, take })
        deliver({ sourceName, targetName, action, streamId, data, desiredSize: 1e9 })
      }).then(() => undefined)
    },
    send: (targetName, action, data) => deliver({ sourceName, targetName, action, data }),
  }
}
