import { X } from 'lucide-react'
import { useApp } from '#ui/kit/app-context.ts'

/** Puts the note away. What was found stays; what was only compared is forgotten. */
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
