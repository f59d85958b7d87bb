import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { basename, extname, join } from 'node:path'
import { sendFile } from '../send-file.mjs'
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
  const type = types[extname(name)]
  if (type === undefined || !existsSync(path)) {
    response.writeHead(404).end()
    return
  }
  sendFile(request, response, {
    path,
    headers: { 'Content-Type': type, 'Access-Control-Allow-Origin': '*' },
  })
}
