import type { Problem } from '#transcript/problem.ts'

/** A file's JSON, as much of it as could be read. Read its values with `property`, `asArray` and the like. */
export interface JsonDocument {
  /** `undefined` where nothing could be read. */
  readonly value: unknown
  readonly problems: Problem[]
}
