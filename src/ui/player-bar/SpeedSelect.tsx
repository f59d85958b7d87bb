import { changeRate } from '#commands/playing.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'

const offered = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 2.75, 3]

export function SpeedSelect() {
  const app = useApp()
  const rate = useFact(({ playback }) => playback.rate)
  const rates = offered.includes(rate) ? offered : [...offered, rate].sort((a, b) => a - b)
  return (
    <select
      className="kit-select player-bar-speed"
      aria-label="Speed"
      title="Speed (< slower, > faster, = normal)"
      value={rate}
      onChange={(event) => changeRate(app, Number(event.target.value))}
    >
      {rates.map((value) => (
        <option key={value} value={value}>
          {value}×
        </option>
      ))}
    </select>
  )
}
