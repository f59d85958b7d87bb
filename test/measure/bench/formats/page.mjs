import { parseText } from 'media-captions'
import { createTranscriptReader } from '#workers/transcript-reader.ts'
import { bytesOf, materials } from './material.mjs'

const earshot = createTranscriptReader()
const encoder = new TextEncoder()

/** How each reader takes a file; answers with its number of cues. The file is made before the time is taken. */
const readers = {
  async Earshot(text, fileName) {
    const bytes = encoder.encode(text)
    return timed(async () => {
      const { transcript } = await earshot.read(bytes, { fileName }, new AbortController().signal)
      return transcript?.segments.length ?? 0
    })
  },
  'media-captions': (text, fileName) =>
    timed(async () => {
      const type = fileName.endsWith('.srt') ? 'srt' : 'vtt'
      return (await parseText(text, { type })).cues.length
    }),
  async '<track>'(text) {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/vtt' }))
    const video = document.createElement('video')
    const track = document.createElement('track')
    const result = await timed(async () => {
      const loaded = new Promise((resolve, reject) => {
        track.addEventListener('load', resolve)
        track.addEventListener('error', () => reject(new Error('the track does not load')))
      })
      track.src = address
      video.append(track)
      track.track.mode = 'hidden'
      await loaded
      return track.track.cues?.length ?? 0
    })
    URL.revokeObjectURL(address)
    return result
  },
}

async function timed(read) {
  const begun = performance.now()
  const cues = await read()
  return { ms: performance.now() - begun, cues }
}

const files = new Map()

/** Milliseconds that a reader of this name takes for a file, and the cues that it finds. */
async function measure(reader, name, megabytes) {
  const { write, fileName } = materials.find((material) => material.name === name)
  const key = `${name} ${megabytes}`
  const text = files.get(key) ?? write(bytesOf(megabytes))
  files.set(key, text)
  return readers[reader](text, fileName)
}

Object.assign(window, { measure })
