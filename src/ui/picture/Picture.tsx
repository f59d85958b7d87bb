import { Maximize } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { runCommand } from '#commands/commands.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'
import './picture.css'

/**
 * The picture of a film, above the transcript or beside it; style sheets decide where. It shows the app's only media
 * element, which also plays audio recordings and exists before this view.
 */
export function Picture() {
  const app = useApp()
  const frame = useRef<HTMLDivElement>(null)
  const hasPicture = useFact(
    ({ recording }) => recording.status === 'open' && recording.picture !== null,
  )
  const isPaused = useFact(({ playback }) => playback.activity === 'paused')

  // A media element that is removed from the page and inserted again in the same task plays on (HTML, "removing
  // steps" of media elements; true in Chromium, Firefox and WebKit). So playback continues when this view unmounts.
  useLayoutEffect(() => {
    const { element } = app.player
    frame.current?.append(element)
    return () => element.ownerDocument.body.append(element)
  }, [app])

  // For pointers only; the keyboard has the player's button and keys.
  useEffect(() => {
    const { element } = app.player
    const shown = new AbortController()
    element.addEventListener(
      'click',
      () => {
        const { fullscreenElement } = element.ownerDocument
        if (fullscreenElement !== element) runCommand(app, 'play-pause')
      },
      { signal: shown.signal },
    )
    return () => shown.abort()
  }, [app])

  return (
    <div className="picture-place" hidden={!hasPicture}>
      <div className="picture" data-paused={isPaused}>
        <div ref={frame} className="picture-frame" />
        <CommandButton command="full-screen" icon={Maximize} />
      </div>
    </div>
  )
}
