import { vi } from 'vitest'

/** Waits until the assertion holds, for as long as a busy machine may need. */
export const eventually = async (assertion: () => void | Promise<void>) =>
  vi.waitFor(assertion, { timeout: 20_000, interval: 5 })
