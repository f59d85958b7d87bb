import { FolderOpen, Link } from 'lucide-react'
import { useApp } from '#ui/kit/app-context.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'

/** Shown when nothing is open: one sentence, and buttons that open something. */
export function EmptyPage() {
  const { opener } = useApp()
  return (
    <div className="opening-empty-page">
      <p className="opening-invitation">
        Drop a recording and its transcript here, and read what you hear.
      </p>
      <div className="opening-ways">
        <CommandButton command="open-files" icon={FolderOpen} look="text" />
        <CommandButton command="open-addresses" icon={Link} look="text" />
        <button type="button" className="kit-button" onClick={() => void opener.openDemo()}>
          Hear the demo
        </button>
      </div>
      <p className="opening-promise">Everything stays on this machine.</p>
    </div>
  )
}
