import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { basename, extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { recordingsFolder } from '../../make/recordings/place.mjs'

const types = {
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.aac': 'audio/aac',
  '.ogg': 'audio/ogg',
  '.flac': 'audio/flac',
  '.wav': 'audio/wav',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
}

/**
 * Serves the recordings by byte ranges under `/recordings/`, to pages of any origin, and a page with only
 * a player under `/bare`. `address` ends with a slash.
 */
export async function serveRecordings() {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost')
    if (pathname === '/bare') {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end('<!doctype html><title>bare</title><audio preload="auto" controls></audio>')
      return
    }
    const name = basename(decodeURIComponent(pathname))
    sendRecording(name, request, response).catch(() => response.destroy())
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  return {
    address: `http://localhost:${server.address().port}/`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function sendRecording(name, request, response) {
  const path = join(recordingsFolder, name)
  const size = await stat(path).then(
    (file) => file.size,
    () => null,
  )
  response.setHeader('access-control-allow-origin', '*')
  response.setHeader('access-control-allow-headers', 'range')
  response.setHeader(
    'access-control-expose-headers',
    'accept-ranges, content-length, content-range, etag',
  )
  if (size === null || request.method === 'OPTIONS') {
    response.writeHead(size === null ? 404 : 204).end()
    return
  }
  response.setHeader('accept-ranges', 'bytes')
  response.setHeader('etag', `"${size}"`)
  response.setHeader('content-type', types[extname(name)] ?? 'application/octet-stream')
  const range = readRange(request.headers.range, size)
  if (range === 'outside') {
    response.writeHead(416, { 'content-range': `bytes */${size}` }).end()
    return
  }
  const { start, end } = range ?? { start: 0, end: size - 1 }
  response.writeHead(range === null ? 200 : 206, {
    'content-length': end - start + 1,
    ...(range === null ? {} : { 'content-range': `bytes ${start}-${end}/${size}` }),
  })
  if (request.method === 'HEAD') response.end()
  else await pipeline(createReadStream(path, { start, end }), response)
}

/** One range of bytes, both ends included (RFC 9110, 14.1.2); `null`: none is requested. */
function readRange(header, size) {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (!first && !last) return null
  const start = first ? Number(first) : Math.max(0, size - Number(last))
  const end = first && last ? Math.min(Number(last), size - 1) : size - 1
  return start > end ? 'outside' : { start, end }
}
