/** The room of a text that is on its way: bars instead of lines. */
export function TextSkeleton() {
  return (
    <div className="app-skeleton" aria-hidden="true">
      {Array.from({ length: bars }, (_, index) => (
        <span key={index} />
      ))}
    </div>
  )
}

const bars = 8
