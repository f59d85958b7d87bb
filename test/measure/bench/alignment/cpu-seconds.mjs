import { readFileSync } from 'node:fs'

/** Of a clock tick, on every Linux that there is. */
const ticksASecond = 100

/** Seconds that all threads of a process have run until now, those that have ended, too (proc(5), stat). Linux only. */
export function cpuSeconds(process) {
  const stat = readFileSync(`/proc/${process}/stat`, 'utf8')
  // The name of the program, in brackets, may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksASecond
}
