import {
  ArrowDownUp,
  ChevronDown,
  ChevronUp,
  Pause,
  Play,
  RotateCcw,
  RotateCw,
  Search,
} from 'lucide-react'
import { useEffect, useState } from 'react'
import { mayLoadRest } from '#state/first-screen.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'
import { lazyPart } from '#ui/kit/lazy-part.tsx'
import { PanelFailure } from '#ui/kit/PanelFailure.tsx'
import { SpeedSelect } from './SpeedSelect.tsx'
import { TimeText } from './TimeText.tsx'
import './player-bar.css'

const MoreControls = lazyPart(
  {
    name: 'the menu of controls',
    load: async () => (await import('./MoreControls.tsx')).MoreControls,
  },
  PanelFailure,
)

const playButton = 'play-button'

export function PlayerBar() {
  const { uiRequests } = useApp()
  const isPaused = useFact(({ playback }) => playback.activity === 'paused')
  const follow = useFact((state) => state.follow)
  const [showsMore, setShowsMore] = useState(false)
  const showsRest = useFact(mayLoadRest)

  useEffect(() => {
    const mounted = new AbortController()
    uiRequests.on('focus-play', () => document.getElementById(playButton)?.focus(), mounted.signal)
    return () => mounted.abort()
  }, [uiRequests])

  return (
    <div className="player-bar">
      <div className="player-bar-transport">
        <CommandButton command="back-10" icon={RotateCcw} mark="10" />
        <CommandButton
          id={playButton}
          command="play-pause"
          icon={isPaused ? Play : Pause}
          label={isPaused ? 'Play' : 'Pause'}
          look="main"
        />
        <CommandButton command="forward-10" icon={RotateCw} mark="10" />
        <TimeText />
      </div>
      <div className="player-bar-tools">
        <SpeedSelect />
        <CommandButton
          command="follow"
          icon={ArrowDownUp}
          label="Follow"
          look="text"
          pressed={follow === 'following'}
        />
        <CommandButton command="search" icon={Search} />
        <button
          type="button"
          className="kit-button"
          aria-expanded={showsMore}
          aria-controls="more-controls"
          onClick={() => setShowsMore(!showsMore)}
        >
          <span>More</span>
          {showsMore ? <ChevronUp size={18} aria-hidden /> : <ChevronDown size={18} aria-hidden />}
        </button>
      </div>
      <div id="more-controls" hidden={!showsMore}>
        {showsRest || showsMore ? <MoreControls /> : null}
      </div>
    </div>
  )
}
