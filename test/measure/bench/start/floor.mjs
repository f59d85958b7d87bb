import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, preview } from 'vite'

/**
 * A page that mounts one element with React and does nothing else: the least that a page with React can take. Built and
 * served as the app is. `player`: as those of `createPlayers`.
 */
export async function serveFloor() {
  const outDir = await mkdtemp(join(tmpdir(), 'earshot-floor-'))
  const common = { configFile: false, root: join(import.meta.dirname, 'floor'), logLevel: 'warn' }
  await build({ ...common, base: './', build: { outDir, emptyOutDir: true, target: 'es2022' } })
  const server = await preview({
    ...common,
    build: { outDir },
    preview: { port: 0, strictPort: false, open: false },
  })
  const address = server.resolvedUrls.local[0]
  return {
    player: { name: 'React alone', look, address: () => address },
    async close() {
      await server.close()
      await rm(outDir, { recursive: true, force: true })
    },
  }
}

/** Runs in the page. */
function look() {
  window.look = {
    root: () => document.querySelector('#root'),
    range() {
      const range = document.createRange()
      range.selectNodeContents(document.querySelector('#root p').firstChild)
      return range
    },
  }
}
