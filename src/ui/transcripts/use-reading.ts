import { useEffect, useState } from 'react'
import type { ReadingOrder, SourceReading } from '#session/transcripts/read-source.ts'
import { useApp } from '#ui/kit/app-context.ts'

/** What reading the shown transcript in another way gives; `null` until it is read, or where no other way is asked for. */
export function useReading(order: ReadingOrder | null): SourceReading | null {
  const { transcripts } = useApp()
  const [done, setDone] = useState<{ key: string; reading: SourceReading | null } | null>(null)
  const key = JSON.stringify(order)
  useEffect(() => {
    const wanted = JSON.parse(key) as ReadingOrder | null
    if (wanted === null) return
    const asked = new AbortController()
    transcripts.tryReading(wanted, asked.signal).then(
      (reading) => asked.signal.aborted || setDone({ key, reading }),
      (error: unknown) => {
        if (!asked.signal.aborted) throw error
      },
    )
    return () => asked.abort()
  }, [transcripts, key])
  return done?.key === key ? done.reading : null
}
