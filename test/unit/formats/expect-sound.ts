import { expect } from 'vitest'
import type { ReadResult } from '#formats/read-transcript.ts'
import { findUnsound } from '../../support/find-unsound.ts'

/** Fails unless the result has every property that holds for all results, whatever the bytes were. */
export function expectSound(result: ReadResult): void {
  expect(findUnsound(result)).toEqual([])
}
