import { useApp } from '#ui/kit/app-context.ts'
import { KeptRoom } from './KeptRoom.tsx'
import { spellModels } from './spell-usage.ts'

/** How much room the speech models take. */
export function KeptModels() {
  const { speechModels } = useApp()
  return (
    <KeptRoom
      count={speechModels.keptBytes}
      clear={speechModels.clear}
      spell={spellModels}
      isEmpty={(bytes) => bytes === 0}
      label="Remove them"
    />
  )
}
