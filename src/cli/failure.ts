/** What could not be done, as a sentence for whoever asked for it. */
export class Failure extends Error {}

/** The layers below reject with what completes a sentence: `beginning` is its beginning. */
export function explainFailure<T>(beginning: string, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw new Failure(`${beginning}: ${failureReason(error)}.`, { cause: error })
  })
}

export function failureSentence(error: unknown): string {
  if (error instanceof Failure) return error.message
  return `Something went wrong that should not: ${failureReason(error)}. Please report it.`
}

/** As part of a sentence. */
export const failureReason = (error: unknown) =>
  error instanceof Error && error.message !== ''
    ? error.message.replace(/\.$/, '')
    : 'no reason given'
