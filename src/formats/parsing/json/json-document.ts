import type { Problem } from '#transcript/problem.ts'

/** The readable part of a file's JSON. Access its values with `property`, `asArray` and the like. */
export interface JsonDocument {
  /** `undefined` if nothing could be read. */
  readonly value: unknown
  readonly problems: Problem[]
}
