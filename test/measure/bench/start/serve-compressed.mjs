import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { sendFile } from '../send-file.mjs'

const compressed = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.wasm': 'application/wasm',
}
const asTheyAre = { '.mp3': 'audio/mpeg', '.png': 'image/png' }

/**
 * A folder on a free port, as a web host serves it: text with Brotli, compressed once and kept in memory; sound in byte
 * ranges. `address` ends with a slash.
 */
export async function serveCompressed(folder) {
  const kept = new Map()
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost')
    const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname
    const path = join(folder, normalize(decodeURIComponent(name)))
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end()
      return
    }
    const extension = extname(path)
    const type = compressed[extension]
    if (type === undefined || !/\bbr\b/.test(request.headers['accept-encoding'] ?? '')) {
      const plain = type ?? asTheyAre[extension] ?? 'application/octet-stream'
      sendFile(request, response, { path, headers: { 'Content-Type': plain } })
      return
    }
    const body = kept.get(path) ?? brotliCompressSync(readFileSync(path))
    kept.set(path, body)
    const size = { 'Content-Encoding': 'br', 'Content-Length': body.length }
    response.writeHead(200, { 'Content-Type': type, ...size }).end(body)
  })
  await new Promise((resolve) => server.listen(0, 'localhost', resolve))
  return {
    address: `http://localhost:${server.address().port}/`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
