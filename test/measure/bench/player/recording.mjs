import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** 16 kbit/s at 16 kHz: 576 samples a frame, so 36 ms and 72 bytes each. */
const frameLength = 72
const framesInLoop = 1000
export const secondsInLoop = 36

const demo = join(import.meta.dirname, '../../../../public/demo/demo.mp3')

/**
 * 36 s of the demo's speech as MP3 frames that can follow one another in any number: of one size, and
 * without a bit reservoir none needs the one before it. Without ffmpeg: 36 s of silence.
 */
export function recordingLoop({ log }) {
  const loop = encodeDemo() ?? silence()
  if (loop.length !== frameLength * framesInLoop) {
    throw new Error(`ffmpeg wrote ${loop.length} bytes for 36 s, not ${frameLength * framesInLoop}`)
  }
  return loop

  function encodeDemo() {
    const form = '-t 37 -ac 1 -ar 16000 -c:a libmp3lame -b:a 16k -reservoir 0'.split(' ')
    const bare = '-map_metadata -1 -write_xing 0 -id3v2_version 0 -f mp3 -'.split(' ')
    try {
      const arguments_ = ['-v', 'error', '-i', demo, ...form, ...bare]
      const encoded = execFileSync('ffmpeg', arguments_, { maxBuffer: 2 ** 24 })
      return encoded.subarray(0, frameLength * framesInLoop)
    } catch (error) {
      if (error.code !== 'ENOENT') throw error
      log(
        'No ffmpeg here: the recordings are silent, so the waveform is a line. Install ffmpeg for speech.',
      )
      return null
    }
  }
}

/** Frames that hold a header (MPEG-2 layer III, mono) and no sound. */
function silence() {
  const frame = Buffer.alloc(frameLength)
  frame.set([0xff, 0xf3, 0x28, 0xc0])
  return Buffer.concat(Array.from({ length: framesInLoop }, () => frame))
}
