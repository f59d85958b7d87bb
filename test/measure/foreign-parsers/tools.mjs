import { execFileSync, spawnSync } from 'node:child_process'

/** Debian's Python, whose packages are not seen by another one that may come first in the path. */
export const python = '/usr/bin/python3'

const hasModule = (name) => spawnSync(python, ['-c', `import ${name}`]).status === 0
const hasProgram = (name) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0

/** What is needed, by Debian package. */
const needs = {
  'python3-srt': () => hasModule('srt'),
  'python3-webvtt': () => hasModule('webvtt'),
  'python3-docx': () => hasModule('docx'),
  praat: () => hasProgram('praat'),
  ffmpeg: () => hasProgram('ffprobe'),
}

/** Installs what is missing; if that is not possible, throws a sentence with the command to run. */
export function ensureTools() {
  const lacking = () =>
    Object.entries(needs)
      .filter(([, isThere]) => !isThere())
      .map(([name]) => name)
  const missing = lacking()
  if (missing.length === 0) return
  if (process.getuid?.() === 0 && hasProgram('apt-get')) {
    console.log(`Installing ${missing.join(', ')}`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const stdio = ['ignore', 'ignore', 'inherit']
    execFileSync('apt-get', ['update', '-qq'], { stdio, env })
    const install = ['install', '-y', '-qq', '--no-install-recommends', ...missing]
    execFileSync('apt-get', install, { stdio, env })
  }
  const still = lacking().join(' ')
  if (still !== '') {
    throw new Error(`${still} is missing. On Debian: sudo apt-get install -y ${still}`)
  }
}
