import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/**
 * Installs a Debian package if possible; otherwise throws a sentence that says how to install it.
 *
 * @param {string} name of the package
 * @param {string} path a file or folder of the package
 */
export function ensurePackage(name, path) {
  if (existsSync(path)) return
  if (process.getuid?.() === 0) {
    console.error(`Installing ${name}`)
    const options = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }
    spawnSync('apt-get', ['update', '-qq'], options)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], options)
  }
  if (!existsSync(path)) {
    throw new Error(
      `The recordings to measure with need ${name}. On Debian: sudo apt-get install -y ${name}`,
    )
  }
}
