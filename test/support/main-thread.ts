import type { Page } from 'playwright-core'

interface TraceEvent {
  name: string
  pid: number
  tid: number
  args?: { name?: string }
  /** Processor time in microseconds. */
  tdur?: number
}

/**
 * The longest task of the page's main thread while `action` runs, in milliseconds of processor time: what the
 * page itself takes. The time that passes is longer where other programs take the processor.
 */
export async function longestTaskOf(page: Page, action: () => Promise<void>): Promise<number> {
  const devtools = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  devtools.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) events.push(event)
  })
  const ended = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve))
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline'] },
  })
  await action()
  await devtools.send('Tracing.end')
  await ended
  await devtools.detach()

  const isMain = mainThreadIn(events)
  const tasks = events.filter((event) => event.name === 'RunTask' && isMain(event))
  const durations = tasks.flatMap(({ tdur }) => tdur ?? [])
  if (durations.length === 0) throw new Error('The trace holds no task of the main thread.')
  return Math.max(...durations) / 1000
}

function mainThreadIn(events: TraceEvent[]): (event: TraceEvent) => boolean {
  const mains = events.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  )
  return (event) => mains.some(({ pid, tid }) => pid === event.pid && tid === event.tid)
}
