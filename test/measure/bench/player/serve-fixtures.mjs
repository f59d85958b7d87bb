import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { basename, extname, join } from 'node:path'
import { fixturesFolder, hyperaudioScript } from './fixtures.mjs'

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.vtt': 'text/vtt; charset=utf-8',
}
const library = createRequire(import.meta.url).resolve('hyperaudio-lite')

/** The fixtures and the peer's library on a free port, with byte ranges and for pages of any origin. */
export async function serveFixtures() {
  const server = createServer(answer)
  await new Promise((resolve) => server.listen(0, 'localhost', resolve))
  return {
    address: `http://localhost:${server.address().port}/`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function answer(request, response) {
  const name = basename(new URL(request.url, 'http://localhost').pathname)
  const path = name === hyperaudioScript ? library : join(fixturesFolder, name)
  const size = statSync(path, { throwIfNoEntry: false })?.size
  const type = types[extname(name)]
  if (size === undefined || type === undefined) {
    response.writeHead(404).end()
    return
  }
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '')
  const start = range ? Number(range[1]) : 0
  const end = range?.[2] ? Math.min(Number(range[2]), size - 1) : size - 1
  const head = {
    'Content-Type': type,
    'Content-Length': end - start + 1,
    'Accept-Ranges': 'bytes',
    'Access-Control-Allow-Origin': '*',
    ...(range ? { 'Content-Range': `bytes ${start}-${end}/${size}` } : {}),
  }
  response.writeHead(range ? 206 : 200, head)
  const content = createReadStream(path, { start, end })
  response.on('close', () => content.destroy())
  content.pipe(response)
}
