import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Size of an MPEG-1 Layer III frame by its header, bytes. */
function sizeOfMp3Frame(bytes, at) {
  const isFrame = bytes[at] === 0xff && (bytes[at + 1] & 0xfe) === 0xfa
  if (!isFrame) throw new Error(`No MP3 frame at byte ${at}`)
  const kilobits = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
  const rate = [44_100, 48_000, 32_000][(bytes[at + 2] >> 2) & 3]
  const padding = (bytes[at + 2] >> 1) & 1
  return Math.floor((144_000 * kilobits[bytes[at + 2] >> 4]) / rate) + padding
}

function sizeOfAdtsFrame(bytes, at) {
  const isFrame = bytes[at] === 0xff && (bytes[at + 1] & 0xf6) === 0xf0
  if (!isFrame) throw new Error(`No ADTS frame at byte ${at}`)
  return ((bytes[at + 3] & 3) << 11) | (bytes[at + 4] << 3) | (bytes[at + 5] >> 5)
}

export const mp3Frames = { sizeAt: sizeOfMp3Frame, samples: 1152 }
export const adtsFrames = { sizeAt: sizeOfAdtsFrame, samples: 1024 }

/**
 * Writes frames of a file that consists of frames, starting again from the first one after `period` frames.
 *
 * @param {string} source
 * @param {string} target
 * @param {{ sizeAt: (bytes: Buffer, at: number) => number, from: number, count: number, period: number }} frames
 */
export async function copyFrames(source, target, { sizeAt, from, count, period }) {
  const bytes = await readFile(source)
  const starts = [0]
  while (starts.length <= period) {
    const at = starts.at(-1)
    starts.push(at + sizeAt(bytes, at))
  }
  function* stretches() {
    let at = from
    while (at < from + count) {
      const first = at % period
      const last = Math.min(period, first + from + count - at)
      yield bytes.subarray(starts[first], starts[last])
      at += last - first
    }
  }
  await pipeline(Readable.from(stretches()), createWriteStream(target))
}
