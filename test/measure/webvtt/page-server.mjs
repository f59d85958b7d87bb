import { createServer } from 'node:http'

/** An empty page with an address: a page without one may not load a track. */
export async function serveEmptyPage() {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><meta charset="utf-8"><title>WebVTT</title>')
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
