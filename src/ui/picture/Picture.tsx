import { Maximize } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { runCommand } from '#commands/commands.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'
import './picture.css'

/**
 * The picture of a film: above the text, or beside it where there is room; the style sheets alone decide.
 * It shows the app's one media element, which plays sound recordings, too, and is older than this view.
 */
export function Picture() {
  const app = useApp()
  const frame = useRef<HTMLDivElement>(null)
  const hasPicture = useFact(
    ({ recording }) => recording.status === 'open' && recording.picture !== null,
  )
  const isPaused = useFact(({ playback }) => playback.activity === 'paused')

  // An element that is taken out of the page and put back in the same task plays on (HTML, "removing
  // steps" of media elements; seen in Chromium, Firefox and WebKit). So the sound outlives this view.
  useLayoutEffect(() => {
    const { element } = app.player
    frame.current?.append(element)
    return () => element.ownerDocument.body.append(element)
  }, [app])

  // For pointers only: the keyboard has its keys and the player's button.
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
