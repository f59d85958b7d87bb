import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import type { ProcessMessage } from './aligning-process.ts'
import { reportWithout } from './report.ts'
import type { Report } from './report.ts'
import type { Assignment } from './task.ts'

export interface WorkerPoolPorts {
  /** The file that its processes run: aligning-process.ts, as JavaScript. */
  readonly program: string
  readonly size: number
  onReport(report: Report): void
  /** 0 to 1. */
  onProgress(assignment: Assignment, done: number): void
}

export interface AlignerPool {
  /** All of them, in the order in which they are done; ends early when stopped. Never rejects. */
  run(assignments: AsyncIterable<Assignment>): Promise<void>
  /** Ends what is being worked on, without a report. */
  stop(): void
}

/** Processes that share the work: each takes the next one when it is done with its last. */
export function createAlignerPool({
  program,
  size,
  onReport,
  onProgress,
}: WorkerPoolPorts): AlignerPool {
  const members = new Set<ChildProcess>()
  const stopping = new AbortController()
  const { signal: stopped } = stopping

  function startMember(): ChildProcess {
    const member = fork(program, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    members.add(member)
    member.once('exit', () => members.delete(member))
    // An assignment that no longer reaches it: its exit says more.
    member.on('error', () => member.kill('SIGKILL'))
    return member
  }

  function assign(member: ChildProcess, assignment: Assignment): Promise<Report | null> {
    return new Promise((resolve) => {
      const begun = performance.now()
      const settle = (report: Report | null) => {
        member.off('message', onMessage)
        member.off('exit', mourn)
        resolve(report)
      }
      const onMessage = (news: ProcessMessage) => {
        if (news.kind === 'progress') onProgress(assignment, news.done)
        else settle(news.report)
      }
      const mourn = (code: number | null, signal: string | null) => {
        const why = `The process that worked on it ended (${signal ?? code}), perhaps for want of memory. Try again with fewer at a time.`
        const seconds = (performance.now() - begun) / 1000
        settle(
          stopped.aborted
            ? null
            : { ...reportWithout(assignment, { status: 'failed', why }), seconds },
        )
      }
      member.on('message', onMessage)
      member.once('exit', mourn)
      member.send(assignment)
    })
  }

  async function workOn(assignments: AsyncIterator<Assignment>): Promise<void> {
    let member: ChildProcess | null = null
    while (!stopped.aborted) {
      const { value, done } = await assignments.next()
      if (done === true || stopped.aborted) break
      if (!member || !members.has(member)) member = startMember()
      const report = await assign(member, value)
      if (report) onReport(report)
    }
    member?.disconnect?.()
  }

  return {
    async run(assignments) {
      const shared = assignments[Symbol.asyncIterator]()
      await Promise.all(Array.from({ length: size }, () => workOn(shared)))
    },
    stop() {
      stopping.abort()
      for (const member of members) member.kill('SIGTERM')
    },
  }
}
