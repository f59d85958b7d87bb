/** The files of a drop or a paste. */
export function transferredFiles(transfer: DataTransfer | null): File[] {
  return transfer ? Array.from(transfer.files) : []
}

/** Whether a drag brings files; their content cannot be read before the drop. */
export const carriesFiles = (transfer: DataTransfer | null) =>
  transfer !== null && Array.from(transfer.types).includes('Files')

/** Text pasted from elsewhere, if it is long enough to be a transcript and no single address. */
export function pastedTranscript(transfer: DataTransfer | null): string | null {
  const text = transfer?.getData('text/plain') ?? ''
  const isTranscript = text.trim().length >= 40 && /\s/.test(text.trim())
  return isTranscript ? text : null
}

/** One `https:` address and nothing else. */
export function pastedAddress(transfer: DataTransfer | null): string | null {
  const text = transfer?.getData('text/plain').trim() ?? ''
  return /^https?:\/\/\S+$/.test(text) ? text : null
}
