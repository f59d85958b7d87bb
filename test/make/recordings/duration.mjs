import { spawnSync } from 'node:child_process'

/** The duration that FFmpeg states, seconds. It does not count the frames of a file without a header. */
export function durationOf(path) {
  const { stderr } = spawnSync('ffmpeg', ['-hide_banner', '-i', path], { encoding: 'utf8' })
  const [, hours, minutes, seconds] = /Duration: (\d+):(\d+):([\d.]+)/.exec(stderr) ?? []
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}
