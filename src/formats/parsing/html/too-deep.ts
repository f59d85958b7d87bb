import type { Problem } from '#transcript/problem.ts'

export function tooDeep(name: string): Problem {
  return {
    code: 'html-too-deep',
    severity: 'warning',
    message: `${name} has a thousand elements inside each other; what stands before them was read.`,
  }
}
