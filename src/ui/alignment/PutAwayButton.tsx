import { X } from 'lucide-react'

/** Hides an offer until something else is opened. The timing tools still have what it offers. */
export function PutAwayButton({ onPutAway }: { onPutAway: () => void }) {
  return (
    <button
      type="button"
      className="kit-button alignment-put-away"
      aria-label="Not now"
      title="Not now"
      onClick={onPutAway}
    >
      <X aria-hidden="true" size={20} />
    </button>
  )
}
