import { useEffect, useRef, useState } from 'react'
import type { AppFacts } from '#state/store.ts'
import { shownOrBegunId } from '#state/transcripts.ts'
import { useApp } from '#ui/kit/app-context.ts'

const leastMsBetween = 1000
const shownMs = 4000

/** What a status may be about. Where this changes, a status that came before says nothing true any more. */
const subjectOf = ({ search, recording, transcripts }: AppFacts) =>
  [
    search.query,
    recording.status === 'open' ? recording.key : '',
    shownOrBegunId(transcripts) ?? '',
  ].join('\n')

/**
 * The status to announce: at most one a second, the latest; empty again after a few seconds, and as soon as it is no longer
 * true: a newer one waits for its second, or what it was about is gone.
 */
export function useSettledStatus(): string {
  const { store } = useApp()
  const [status, setStatus] = useState('')
  const shownAt = useRef(-Infinity)
  // React may commit late on a busy machine; screen readers notice the commit, so the second counts from there.
  useEffect(() => {
    if (status !== '') shownAt.current = performance.now()
  }, [status])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = () => {
      shownAt.current = performance.now()
      setStatus(store.getState().notices.status)
      timer = setTimeout(() => {
        timer = undefined
        setStatus('')
      }, shownMs)
    }
    const stop = store.subscribe(
      ({ notices }) => notices.statusCount,
      () => {
        clearTimeout(timer)
        const wait = shownAt.current + leastMsBetween - performance.now()
        if (wait <= 0) return show()
        setStatus('')
        timer = setTimeout(show, wait)
      },
    )
    const stopSubject = store.subscribe(subjectOf, () => {
      clearTimeout(timer)
      setStatus('')
    })
    return () => {
      stop()
      stopSubject()
      clearTimeout(timer)
    }
  }, [store])
  return status
}
