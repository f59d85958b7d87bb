/** The files of a drop or a paste. */
export function transferredFiles(transfer: DataTransfer | null): File[] {
  return transfer ? Array.from(transfer.files) : []
}

/** Whether a drag contains files; their content cannot be read before the drop. */
export const carriesFiles = (transfer: DataTransfer | null) =>
  transfer !== null && Array.from(transfer.types).includes('Files')

/** Pasted text, if it is long enough to be a transcript and not a single address. */
export function pastedTranscript(transfer: DataTransfer | null): string | null {
  const text = transfer?.getData('text/plain') ?? ''
  const isTranscript = text.trim().length >= 40 && /\s/.test(text.trim())
  return isTranscript ? text : null
}

/** The pasted text, if it is a single web address. */
export function pastedAddress(transfer: DataTransfer | null): string | null {
  const text = transfer?.getData('text/plain').trim() ?? ''
  return /^https?:\/\/\S+$/.test(text) ? text : null
}
