import { createReadStream, statSync } from 'node:fs'

/** Answers with a file that exists, or with the range of its bytes that the request asks for. */
export function sendFile(request, response, { path, headers }) {
  const { size } = statSync(path)
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '')
  const start = range ? Number(range[1]) : 0
  const end = range?.[2] ? Math.min(Number(range[2]), size - 1) : size - 1
  response.writeHead(range ? 206 : 200, {
    ...headers,
    'Content-Length': end - start + 1,
    'Accept-Ranges': 'bytes',
    ...(range ? { 'Content-Range': `bytes ${start}-${end}/${size}` } : {}),
  })
  const content = createReadStream(path, { start, end })
  response.on('close', () => content.destroy())
  content.pipe(response)
}
