import {
  AudioLines,
  ListRestart,
  Quote,
  Repeat1,
  SkipBack,
  SkipForward,
  StepForward,
  Volume2,
  VolumeX,
  ZoomIn,
  ZoomOut,
} from 'lucide-react'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'
import { LoopControls } from './LoopControls.tsx'

/** The less frequent controls, behind one button. */
export function MoreControls() {
  const showsWaveform = useFact(({ preferences }) => preferences.showWaveform)
  const skipsPauses = useFact(({ preferences }) => preferences.skipPauses)
  const loop = useFact(({ playback }) => playback.loop)
  return (
    <div className="player-bar-more">
      <VolumeControls />
      <CommandButton command="previous-line" icon={SkipBack} />
      <CommandButton command="replay-line" icon={ListRestart} />
      <CommandButton command="next-line" icon={SkipForward} />
      <CommandButton
        command="loop-line"
        icon={Repeat1}
        pressed={loop.status === 'on' && loop.of === 'line'}
      />
      <LoopControls />
      <CommandButton command="skip-pauses" icon={StepForward} look="text" pressed={skipsPauses} />
      <CommandButton command="copy-quote" icon={Quote} />
      <CommandButton command="zoom-out" icon={ZoomOut} />
      <CommandButton command="zoom-in" icon={ZoomIn} />
      <CommandButton
        command="toggle-waveform"
        icon={AudioLines}
        look="text"
        pressed={showsWaveform}
      />
    </div>
  )
}

function VolumeControls() {
  const { player } = useApp()
  const volume = useFact(({ playback }) => playback.volume)
  const muted = useFact(({ playback }) => playback.muted)
  return (
    <span className="player-bar-volume">
      <CommandButton command="mute" icon={muted ? VolumeX : Volume2} pressed={muted} />
      <input
        type="range"
        aria-label="Volume"
        min={0}
        max={1}
        step={0.05}
        value={muted ? 0 : volume}
        aria-valuetext={muted ? 'muted' : `${Math.round(volume * 100)} %`}
        onChange={(event) => {
          player.setVolume(Number(event.target.value))
          player.setMuted(false)
        }}
      />
    </span>
  )
}
