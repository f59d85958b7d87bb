import { createServer } from 'node:net'
import { parseArgs } from 'node:util'
import { build, preview } from 'vite'

/*
 * `npm start`: builds the app and serves it. Tests the port before the build, which takes seconds.
 * Options: --port NUMBER, --host NAME.
 */
const usual = 4173

async function start() {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, host: { type: 'string' } },
  })
  const port = Number(values.port ?? usual)
  const host = values.host ?? 'localhost'
  if (!(Number.isInteger(port) && port > 0 && port < 65_536)) {
    return refuse(
      `“${values.port}” is no port. Give a number below 65536: npm start -- --port ${usual}`,
    )
  }
  if (!(await isFree(port, host))) return refuse(taken(port, await nextFree(port + 1, host)))
  await build({ logLevel: 'warn' })
  try {
    const server = await preview({ preview: { port, host, strictPort: true }, logLevel: 'warn' })
    const addresses = [
      ...(server.resolvedUrls?.local ?? []),
      ...(server.resolvedUrls?.network ?? []),
    ]
    process.stdout.write(`Earshot: ${addresses.join(' ')} (Ctrl+C ends it)\n`)
  } catch (error) {
    // Another program took the port during the build.
    if (await isFree(port, host)) throw error
    refuse(taken(port, await nextFree(port + 1, host)))
  }
}

const taken = (port, other) =>
  `Port ${port} is used by another program (an Earshot that already runs?). Choose another port: npm start -- --port ${other}`

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}

const isFree = (port, host) =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })

async function nextFree(port, host) {
  for (let next = port; next < port + 50; next++) if (await isFree(next, host)) return next
  return port
}

await start()
