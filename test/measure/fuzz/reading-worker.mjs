// oxlint-disable unicorn/require-post-message-target-origin -- threads of Node have no origin
import { parentPort } from 'node:worker_threads'
import { loadFormats } from '../conformance/load-formats.mjs'
import { findLost } from './find-lost.mjs'

/** Reads each input that is posted and answers with its faults. A thread of its own, so that a hang can be ended. */
const { readTranscript, findUnsound } = await loadFormats()

parentPort.on('message', async ({ bytes, fileName, format, whole = [] }) => {
  try {
    const hint = format === undefined ? { fileName } : { fileName, format }
    const result = await readTranscript(bytes, hint)
    parentPort.postMessage({ faults: [...findUnsound(result), ...findLost(result, whole)] })
  } catch (error) {
    parentPort.postMessage({ faults: [`readTranscript threw: ${error?.stack ?? error}`] })
  }
})
parentPort.postMessage('ready')
