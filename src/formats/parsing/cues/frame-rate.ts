import type { Problem } from '#transcript/problem.ts'

/** The most common frame rate that is higher than the highest frame number in the file. */
export function assumeFrameRate(highest: number): { rate: number; problems: Problem[] } {
  const rate = [25, 30, 50, 60].find((each) => highest < each) ?? highest + 1
  if (highest === 0) return { rate, problems: [] }
  const message = `The last two digits of the times count frames, but the file gives no frame rate; ${rate} frames a second were assumed.`
  return { rate, problems: [{ code: 'frame-rate-assumed', severity: 'note', message }] }
}
