import { once } from 'node:events'
import { endProcess, startProcess } from './processes.mjs'
import { findProgram } from './programs.mjs'

/** An X server without a screen, under the first free display number. */
export async function startVirtualDisplay({ width, height }) {
  const server = startProcess(
    findProgram('Xvfb'),
    ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  )
  const number = await Promise.race([
    once(server.stdio[3], 'data').then(([chunk]) => String(chunk).trim()),
    once(server, 'exit').then(() => {
      throw new Error('Xvfb did not start')
    }),
  ])
  return { display: `:${number}`, close: () => endProcess(server) }
}
