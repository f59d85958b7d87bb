import { once } from 'node:events'
import { createServer, request as ask } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { text } from 'node:stream/consumers'
import { listenEarly } from './early-listener.mjs'

const listenerPath = '/engine-test-listener.js'

/**
 * Passes on what is served at an address, with one script more at the top of each page: WebDriver has no
 * way to run something before a page does. The script is the page's own to its security policy.
 */
export async function serveWithListener(address) {
  const server = createServer((request, response) => {
    if (request.url === listenerPath) {
      response.setHeader('content-type', 'text/javascript')
      response.end(`(${listenEarly})()`)
      return
    }
    const headers = { ...request.headers, 'accept-encoding': 'identity' }
    const passedOn = ask(new URL(request.url, address), { method: request.method, headers })
    passedOn.once('response', (answer) => {
      answerWith(answer, response).catch(() => response.destroy())
    })
    passedOn.once('error', () => response.destroy())
    response.once('close', () => passedOn.destroy())
    request.pipe(passedOn)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function answerWith(answer, response) {
  const isPage = answer.headers['content-type']?.startsWith('text/html')
  if (!isPage) {
    response.writeHead(answer.statusCode, answer.headers)
    return pipeline(answer, response)
  }
  const page = await text(answer)
  response.writeHead(answer.statusCode, { 'content-type': 'text/html' })
  response.end(page.replace('<head>', `<head><script src="${listenerPath}"></script>`))
}
