import { useApp } from '#ui/kit/app-context.ts'
import { StorageRow } from './StorageRow.tsx'
import { formatModelUsage } from './format-usage.ts'

export function StoredModelsRow() {
  const { speechModels } = useApp()
  return (
    <StorageRow
      count={speechModels.storedBytes}
      clear={speechModels.clear}
      format={formatModelUsage}
      isEmpty={(bytes) => bytes === 0}
      label="Delete speech models"
    />
  )
}
