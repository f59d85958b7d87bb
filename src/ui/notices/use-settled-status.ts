import { useEffect, useRef, useState } from 'react'
import { useApp } from '#ui/kit/app-context.ts'

const leastMsBetween = 1000
const shownMs = 4000

/**
 * The status to announce: at most one a second, the latest; empty again after a few seconds, and as soon as it is no longer
 * true: a newer one waits for its second, or something else is searched for.
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
    const stopSearch = store.subscribe(
      ({ search }) => search.query,
      () => setStatus(''),
    )
    return () => {
      stop()
      stopSearch()
      clearTimeout(timer)
    }
  }, [store])
  return status
}
