/**
 * The processor time of this process while it works, milliseconds: unlike the clock, it does not grow while another
 * program has the core. Threads of the engine (compiler, garbage collector) count.
 */
export async function processorMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The least of several measurements: what disturbs one of them only adds to it. */
export async function leastProcessorMs(rounds: number, work: () => unknown): Promise<number> {
  let least = Infinity
  for (let round = 0; round < rounds; round++) least = Math.min(least, await processorMs(work))
  return least
}
