import { createServer } from 'node:http'
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inject, onTestFinished } from 'vitest'

interface Copy {
  /** Sent with each file, besides its type. */
  readonly headers?: OutgoingHttpHeaders
  /** Answers a request itself, and returns true; otherwise the file of the app is sent. `path` has no slash at its beginning. */
  answer?(path: string, response: ServerResponse): boolean
  /** The content of a file as it is sent. */
  change?(path: string, content: Buffer): Buffer | string
}

/** Serves the built app on an address of its own, as a server of another kind would; returns the address. */
export async function serveAppCopy({ headers = {}, answer, change }: Copy): Promise<string> {
  const server = createServer(async ({ url = '/' }, response) => {
    const path = url.slice(1)
    if (answer?.(path, response)) return
    const given = await fetch(inject('appAddress') + path)
    const type = given.headers.get('content-type') ?? ''
    const content = Buffer.from(await given.arrayBuffer())
    response.writeHead(given.status, { ...headers, 'content-type': type })
    response.end(change?.(path, content) ?? content)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}
