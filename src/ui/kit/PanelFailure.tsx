import type { ComponentProps } from 'react'
import type { PartFailure } from './lazy-part.tsx'

/** In the place of a part of the page that has failed. Parts that are missing are named together (`MissingParts`). */
export function PanelFailure({ name, isMissing, onAgain }: ComponentProps<PartFailure>) {
  if (isMissing) return null
  return (
    <p className="kit-note" role="alert">
      Because of a fault in Earshot, {name} could not be shown.{' '}
      <button type="button" className="kit-link" onClick={onAgain}>
        Show it again
      </button>
    </p>
  )
}
