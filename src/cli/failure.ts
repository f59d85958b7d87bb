/** A failure whose message is a sentence for the user. */
export class Failure extends Error {}

/** Rejects with a Failure: `beginning`, then the message of the error, which completes the sentence. */
export function explainFailure<T>(beginning: string, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw new Failure(`${beginning}: ${failureReason(error)}.`, { cause: error })
  })
}

export function failureSentence(error: unknown): string {
  if (error instanceof Failure) return error.message
  return `Unexpected error: ${failureReason(error)}. Please report it.`
}

/** The message of an error as part of a sentence. */
export const failureReason = (error: unknown) =>
  error instanceof Error && error.message !== ''
    ? error.message.replace(/\.$/, '')
    : 'no reason given'
