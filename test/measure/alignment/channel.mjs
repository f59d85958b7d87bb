import { renameSync, rmSync } from 'node:fs'
import { ffmpeg } from '../../make/recordings/ffmpeg.mjs'

const throughMp3 = (rate) => async (path) => {
  const coded = `${path}.mp3`
  await ffmpeg(['-i', path, '-c:a', 'libmp3lame', '-b:a', rate, coded])
  // The file states the encoder's delay, and it is cut off again, so times do not shift.
  await ffmpeg(['-i', coded, '-c:a', 'pcm_s16le', '-ar', '16000', '-f', 'wav', `${path}.out`])
  rmSync(coded)
  renameSync(`${path}.out`, path)
}

/** Transmission channels. Each replaces a WAV file by a degraded one. */
export const channels = {
  'mp3-64': throughMp3('64k'),
  'mp3-32': throughMp3('32k'),
  /** 300 to 3,400 Hz, 8,000 samples a second, µ-law (ITU-T G.711). */
  async telephone(path) {
    const band = 'highpass=f=300,highpass=f=300,lowpass=f=3400,lowpass=f=3400'
    const format = ['-ar', '8000', '-c:a', 'pcm_mulaw', '-f', 'wav']
    await ffmpeg(['-i', path, '-af', band, ...format, `${path}.out`])
    renameSync(`${path}.out`, path)
  },
}
