import { Brackets, Repeat, X } from 'lucide-react'
import { useFact } from '#ui/kit/app-context.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'

/** One button with three steps: "from here", "to here", "stop repeating". */
export function LoopControls() {
  const loop = useFact(({ playback }) => playback.loop)
  if (loop.status === 'on') {
    return <CommandButton command="loop-off" icon={X} look="text" />
  }
  if (loop.status === 'begun') {
    return <CommandButton command="loop-to" icon={Repeat} look="text" />
  }
  return <CommandButton command="loop-from" icon={Brackets} look="text" />
}
