import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { preview } from 'vite'

const run = promisify(execFile)
const vite = join(import.meta.dirname, '../../node_modules/vite/bin/vite.js')

/**
 * Builds the app as it is shipped, into a folder of its own, and serves it on a free port; `address` ends
 * with a slash. Another process builds, because a test runner's NODE_ENV would give React's slow build.
 */
export async function serveBuiltApp() {
  const outDir = await mkdtemp(join(tmpdir(), 'earshot-'))
  await run(process.execPath, [vite, 'build', '--logLevel', 'warn', '--outDir', outDir], {
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const server = await preview({
    logLevel: 'warn',
    build: { outDir },
    preview: { port: 0, strictPort: false, open: false },
  })
  const address = server.resolvedUrls?.local[0]
  if (address === undefined) throw new Error('vite preview gave no address')
  return {
    address,
    async close() {
      await server.close()
      await rm(outDir, { recursive: true, force: true })
    },
  }
}
