import { execFileSync } from 'node:child_process'
import { adtsFrames } from '../../make/recordings/frames.mjs'
import { comparePeaks } from './compare.mjs'
import { peaksPerSecond, referencePeaks } from './reference.mjs'

/** Approximate start of the second decoding, seconds. */
const beginning = 0.3
/** A decoder's first frames, which lack the one before, are left out: hundredths of a second. */
const leftOut = 10

/**
 * Compares FFmpeg's peaks of an AAC recording decoded from the start with those decoded from a later frame. The decoder
 * fills in noise that the encoder left out, from random numbers that continue from frame to frame, so a decoding that
 * begins elsewhere has other noise (ISO/IEC 14496-3,
 * 4.6.13, perceptual noise substitution). The frames are extracted from their container, so that FFmpeg need not
 * seek.
 */
export async function compareWithItself(path, sound) {
  const copy = ['-v', 'error', '-i', path, '-map', '0:a:0', '-c', 'copy', '-f', 'adts', 'pipe:1']
  const frames = execFileSync('ffmpeg', copy, { maxBuffer: 2 ** 30 })
  const { bytes, peaks: skipped } = cutAtPeak(frames, sound)
  const input = ['-f', 'aac', '-i', 'pipe:0']
  const fromStart = await referencePeaks(input, sound, frames)
  const fromMiddle = await referencePeaks(input, sound, bytes)
  return comparePeaks(fromMiddle.slice(leftOut), fromStart.slice(skipped + leftOut))
}

/** The frames from the first one on that begins with a hundredth of a second, and how many those are. */
function cutAtPeak(frames, { sampleRate }) {
  const peaksBefore = (count) => (count * adtsFrames.samples * peaksPerSecond) / sampleRate
  let count = 0
  let at = 0
  while (peaksBefore(count) < beginning * peaksPerSecond || !Number.isInteger(peaksBefore(count))) {
    at += adtsFrames.sizeAt(frames, at)
    count++
  }
  return { bytes: frames.subarray(at), peaks: peaksBefore(count) }
}
