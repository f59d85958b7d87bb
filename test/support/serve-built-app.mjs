import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { preview } from 'vite'

const run = promisify(execFile)
const vite = join(import.meta.dirname, '../../node_modules/vite/bin/vite.js')

/**
 * Serves the app as it is shipped on a free port; `address` ends with a slash, `folder` has its files. The environment variable
 * `BUILT_APP` names a folder with a build of these sources; without it the app is built into a folder of
 * its own.
 */
export async function serveBuiltApp() {
  const { outDir, remove } = await builtApp()
  const server = await preview({
    logLevel: 'warn',
    build: { outDir },
    preview: { port: 0, strictPort: false, open: false },
  })
  const address = server.resolvedUrls?.local[0]
  if (address === undefined) throw new Error('vite preview gave no address')
  return {
    address,
    folder: outDir,
    async close() {
      await server.close()
      await remove()
    },
  }
}

async function builtApp() {
  const given = process.env['BUILT_APP']
  if (given !== undefined) return { outDir: given, async remove() {} }
  const outDir = await mkdtemp(join(tmpdir(), 'earshot-'))
  // In a process of its own: a test runner's NODE_ENV gives React's slow development build.
  await run(process.execPath, [vite, 'build', '--logLevel', 'warn', '--outDir', outDir], {
    env: { ...process.env, NODE_ENV: 'production' },
  })
  return { outDir, remove: () => rm(outDir, { recursive: true, force: true }) }
}
