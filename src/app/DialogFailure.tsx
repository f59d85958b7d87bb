import { useEffect } from 'react'
import type { ComponentProps } from 'react'
import { closeFailedDialog } from '#commands/dialogs.ts'
import { useApp } from '#ui/kit/app-context.ts'
import type { PartFailure } from '#ui/kit/lazy-part.tsx'

/** A dialog that cannot be shown says so where problems are said. Its command asks for it again. */
export function DialogFailure({ name, isMissing }: ComponentProps<PartFailure>) {
  const app = useApp()
  useEffect(() => closeFailedDialog(app, { name, isMissing }), [app, name, isMissing])
  return null
}
