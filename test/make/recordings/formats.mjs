import { rm, writeFile } from 'node:fs/promises'
import { copyFrames, adtsFrames, mp3Frames } from './frames.mjs'
import { ffmpeg, soundInput } from './ffmpeg.mjs'
import { sampleRate } from './sound.mjs'
import { writeEncoderDelay } from './xing.mjs'

/**
 * A recording of one format.
 *
 * @typedef {object} Format
 * @property {string} id
 * @property {string} extension
 * @property {(target: string, seconds: number, hour: (name: keyof typeof hours) => Promise<string>) => Promise<void>} make
 *   `hour` resolves with the path of an encoded hour.
 */

const hour = 3600
/** Audio after the hour, so that its last frame is complete. */
const extraSeconds = 1
/** The delay of LAME and of a decoder, samples. The decoder's part is not in the header. */
const lameDelay = { encoder: 576, decoder: 529 }
/** With this much before its first second, the audio begins at the start of an MP3 frame. */
const mp3Lead = mp3Frames.samples - lameDelay.encoder - lameDelay.decoder
/** FFmpeg's AAC encoder begins with a frame of silence. */
const aacDelay = adtsFrames.samples

const hourOf = (extension, lead, ...codec) => ({
  extension,
  make: (target) =>
    ffmpeg([...soundInput, ...codec, target], {
      from: -lead,
      count: (hour + extraSeconds) * sampleRate + lead,
    }),
})

/** The encoded hours from which recordings of any length are assembled. */
export const hours = {
  'mp3-cbr': hourOf('mp3', mp3Lead, ...lame('-b:a', '128k')),
  'mp3-vbr': hourOf('mp3', mp3Lead, ...lame('-q:a', '4')),
  aac: hourOf('aac', 0, '-c:a', 'aac', '-b:a', '64k'),
  opus: hourOf('ogg', 0, '-c:a', 'libopus', '-b:a', '48k'),
}

/** @type {readonly Format[]} */
export const formats = [
  { id: 'mp3-vbr', extension: 'mp3', make: mp3WithHeader('mp3-vbr') },
  { id: 'mp3-vbr-bare', extension: 'mp3', make: bareMp3 },
  { id: 'mp3-cbr', extension: 'mp3', make: mp3WithHeader('mp3-cbr') },
  { id: 'aac-m4a', extension: 'm4a', make: m4a },
  { id: 'opus-ogg', extension: 'ogg', make: opus },
  { id: 'aac-adts', extension: 'aac', make: adts },
  { id: 'opus-webm', extension: 'webm', make: opus },
  { id: 'mp3-cover', extension: 'mp3', make: mp3WithCover },
  { id: 'flac', extension: 'flac', make: encoded('-c:a', 'flac') },
  { id: 'wav-16', extension: 'wav', make: encoded('-c:a', 'pcm_s16le', '-rf64', 'auto') },
  { id: 'wav-24', extension: 'wav', make: encoded('-c:a', 'pcm_s24le', '-rf64', 'auto') },
  { id: 'wav-float', extension: 'wav', make: encoded('-c:a', 'pcm_f32le', '-rf64', 'auto') },
  { id: 'wav-rf64', extension: 'wav', make: encoded('-c:a', 'pcm_s16le', '-rf64', 'always') },
  { id: 'mp4-video', extension: 'mp4', make: mp4Video },
  { id: 'webm-video', extension: 'webm', make: webmVideo },
  { id: 'vorbis-ogg', extension: 'ogg', make: encoded('-c:a', 'libvorbis', '-q:a', '2') },
]

/** Frames only: FFmpeg leaves out the header and the tag. */
function lame(...rate) {
  return ['-c:a', 'libmp3lame', ...rate, '-write_xing', '0', '-id3v2_version', '0']
}

const framesOf = (seconds, { samples }) => (seconds * sampleRate) / samples

/** Begins with the first complete frame, so its start is the start of the hour. */
async function bareMp3(target, seconds, hourOf) {
  await copyFrames(await hourOf('mp3-vbr'), target, {
    ...mp3Frames,
    from: 1,
    count: framesOf(seconds, mp3Frames),
    period: framesOf(hour, mp3Frames),
  })
}

function mp3WithHeader(name, ...tags) {
  return async (target, seconds, hourOf) => {
    const source = await hourOf(name)
    await viaFrames(target, { ...mp3Frames, source, seconds }, (frames) =>
      ffmpeg(['-i', frames, ...tags, '-c', 'copy', target]),
    )
    await writeEncoderDelay(target, lameDelay.encoder)
  }
}

/** The picture is noise, which cannot be compressed. */
async function mp3WithCover(target, seconds, hourOf) {
  const cover = `${target}.jpg`
  const noise = ['-f', 'lavfi', '-i', 'color=gray:s=1400x1400,noise=alls=70:allf=t']
  await ffmpeg([...noise, '-frames:v', '1', '-q:v', '3', cover])
  const tags = ['-i', cover, '-map', '0', '-map', '1', '-disposition:v', 'attached_pic']
  await mp3WithHeader('mp3-vbr', ...tags, '-id3v2_version', '3')(target, seconds, hourOf)
  await rm(cover)
}

async function adts(target, seconds, hourOf) {
  await copyFrames(await hourOf('aac'), target, {
    ...adtsFrames,
    from: 1,
    count: framesOf(seconds, adtsFrames),
    period: framesOf(hour, adtsFrames),
  })
}

/** The encoder's delay is in the edit list, as encoders write it. The index is at the end. */
async function m4a(target, seconds, hourOf) {
  await withAac(target, seconds, hourOf, (aac) => ffmpeg([...aac, ...copyToMp4, target]))
}

/** The index is at the start. */
async function mp4Video(target, seconds, hourOf) {
  const codec = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '10', '-pix_fmt', 'yuv420p']
  const options = [...copyToMp4, ...codec, '-movflags', '+faststart']
  await withAac(target, seconds, hourOf, (aac) =>
    ffmpeg([...aac, ...picture(seconds), ...options, target]),
  )
}

const copyToMp4 = ['-c:a', 'copy', '-avoid_negative_ts', 'disabled']

async function withAac(target, seconds, hourOf, make) {
  const source = await hourOf('aac')
  await viaFrames(target, { ...adtsFrames, source, seconds }, (frames) =>
    make(['-itsoffset', String(-aacDelay / sampleRate), '-i', frames]),
  )
}

/** Writes the frames, after the encoder's delay, into a file for FFmpeg. */
async function viaFrames(target, { source, seconds, sizeAt, samples }, make) {
  const frames = `${target}.frames`
  const count = framesOf(seconds, { samples }) + 1
  const period = framesOf(hour, { samples })
  await copyFrames(source, frames, { sizeAt, from: 0, count, period })
  await make(frames)
  await rm(frames)
}

async function opus(target, seconds, hourOf) {
  await withOpus(target, seconds, hourOf, (sound) => ffmpeg([...sound, '-c', 'copy', target]))
}

async function webmVideo(target, seconds, hourOf) {
  const codec = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '30k']
  await withOpus(target, seconds, hourOf, (sound) =>
    ffmpeg([...sound, ...picture(seconds), '-c:a', 'copy', ...codec, '-g', '10', target]),
  )
}

/** States the full duration of each part: its last packet, which is shortened, is left out. */
async function withOpus(target, seconds, hourOf, make) {
  const source = await hourOf('opus')
  const list = `${target}.txt`
  const parts = Array.from({ length: Math.ceil(seconds / hour) }, (_, at) => {
    const length = Math.min(hour, seconds - at * hour)
    return `file '${source}'\noutpoint ${length - 0.01}\nduration ${length}\n`
  })
  await writeFile(list, `ffconcat version 1.0\n${parts.join('')}`)
  await make(['-f', 'concat', '-safe', '0', '-i', list])
  await rm(list)
}

function picture(seconds) {
  const input = ['-f', 'lavfi', '-t', String(seconds), '-i', 'testsrc=s=160x90:r=2']
  return [...input, '-map', '0:a', '-map', '1:v']
}

function encoded(...codec) {
  return (target, seconds) =>
    ffmpeg([...soundInput, ...codec, target], { count: seconds * sampleRate })
}
