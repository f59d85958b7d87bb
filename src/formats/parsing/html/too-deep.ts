import type { Problem } from '#transcript/problem.ts'

export function tooDeep(name: string): Problem {
  return {
    code: 'html-too-deep',
    severity: 'warning',
    message: `${name} nests a thousand elements inside each other; only the text before them was read.`,
  }
}
