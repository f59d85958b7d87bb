import { useApp, useFact } from '#ui/kit/app-context.ts'
import { Dialog } from '#ui/kit/Dialog.tsx'

/** Everything that was odd about the transcript's file, with its lines. */
export function ProblemsDialog() {
  const { store } = useApp()
  const document = useFact((state) => state.document)
  if (document.status !== 'open') return null
  return (
    <Dialog
      title={`How ${document.name} was read`}
      onClose={() => store.getState().dialogChanged(null)}
    >
      <ul className="problems">
        {document.problems.map(({ line, message }, index) => (
          <li key={index}>
            {line === undefined ? null : <b>Line {line}: </b>}
            <span dir="auto">{message}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
