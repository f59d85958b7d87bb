import { X } from 'lucide-react'
import { useApp } from '#ui/kit/app-context.ts'

/** Closes the note. Times that were found stay; a comparison is discarded. */
export function DismissButton() {
  const { alignments } = useApp()
  return (
    <button
      type="button"
      className="kit-button"
      aria-label="Dismiss"
      title="Dismiss"
      onClick={() => alignments.dismiss()}
    >
      <X aria-hidden="true" size={20} />
    </button>
  )
}
