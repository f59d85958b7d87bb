import { spawn } from 'node:child_process'
import { once } from 'node:events'

const running = new Set()

/**
 * Starts a program with a process group of its own, so that its child processes end with it. All still
 * running end with this process, however it ends.
 */
export function startProcess(path, args, options = {}) {
  const child = spawn(path, args, { stdio: 'ignore', ...options, detached: true })
  running.add(child)
  child.once('exit', () => running.delete(child))
  child.once('error', () => running.delete(child))
  return child
}

export async function endProcess(child) {
  if (!running.has(child)) return
  const ended = once(child, 'exit')
  endGroup(child, 'SIGTERM')
  const timer = setTimeout(() => endGroup(child, 'SIGKILL'), 3000)
  await ended
  clearTimeout(timer)
  endGroup(child, 'SIGKILL')
}

export function endAllProcesses() {
  for (const child of running) endGroup(child, 'SIGKILL')
}

function endGroup({ pid }, signal) {
  try {
    if (pid !== undefined) process.kill(-pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}
