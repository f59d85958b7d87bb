import { toSnake } from './columns.ts'

const units: readonly [RegExp, number][] = [
  [/(?:^|_)(?:ms|msec|millis|milliseconds?)(?:_|$)/, 1000],
  [/(?:^|_)(?:ticks)(?:_|$)/, 1e7],
  [/(?:^|_)(?:us|micros|microseconds?)(?:_|$)/, 1e6],
  [/(?:^|_)(?:ns|nanos|nanoseconds?)(?:_|$)/, 1e9],
  [/(?:^|_)(?:cs|centis|centiseconds?)(?:_|$)/, 100],
  [/(?:^|_)(?:secs?|seconds?)(?:_|$)/, 1],
]

/** Units per second, as the name of a key says, such as `start_ms`; else `null`. */
export function unitInName(path: string): number | null {
  return units.find(([name]) => name.test(toSnake(path)))?.[1] ?? null
}

/** The units of the keys whose names say another than that of the list. */
export function otherUnits(
  paths: readonly string[],
  ofList: number | null,
): Record<string, number> {
  return Object.fromEntries(
    paths.flatMap((path) => {
      const unit = unitInName(path)
      return unit === null || unit === ofList ? [] : [[path, unit]]
    }),
  )
}
