import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import type { ProcessMessage } from './aligning-process.ts'
import { reportWithout } from './report.ts'
import type { Report } from './report.ts'
import type { Assignment } from './task.ts'

export interface WorkerPoolPorts {
  /** Path of aligning-process.ts, compiled to JavaScript. */
  readonly program: string
  readonly size: number
  onReport(report: Report): void
  /** `done`: 0 to 1. */
  onProgress(assignment: Assignment, done: number): void
}

export interface AlignerPool {
  /** Resolves when all assignments are done, or `stop` was called. Never rejects. */
  run(assignments: AsyncIterable<Assignment>): Promise<void>
  /** Terminates the processes. What they work on gets no report. */
  stop(): void
}

/** Creates a pool of processes. Each takes the next assignment when it has finished one. */
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
    // The assignment cannot be sent; `onExit` reports the failure.
    member.on('error', () => member.kill('SIGKILL'))
    return member
  }

  function assign(member: ChildProcess, assignment: Assignment): Promise<Report | null> {
    return new Promise((resolve) => {
      const begun = performance.now()
      const settle = (report: Report | null) => {
        member.off('message', onMessage)
        member.off('exit', onExit)
        resolve(report)
      }
      const onMessage = (message: ProcessMessage) => {
        if (message.kind === 'progress') onProgress(assignment, message.done)
        else settle(message.report)
      }
      const onExit = (code: number | null, signal: string | null) => {
        const why = `The process ended early (${signal ?? code}), perhaps because memory ran out. Try again with a lower --jobs.`
        const seconds = (performance.now() - begun) / 1000
        settle(
          stopped.aborted
            ? null
            : { ...reportWithout(assignment, { status: 'failed', why }), seconds },
        )
      }
      member.on('message', onMessage)
      member.once('exit', onExit)
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
