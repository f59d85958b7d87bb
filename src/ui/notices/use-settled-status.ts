import { useEffect, useState } from 'react'
import { useApp } from '#ui/kit/app-context.ts'

const leastMsBetween = 1000
const shownMs = 4000

/** The status as it may be said: at most once a second, of several the last; gone after a few seconds. */
export function useSettledStatus(): string {
  const { store } = useApp()
  const [status, setStatus] = useState('')
  useEffect(() => {
    let saidAt = -Infinity
    let timer: ReturnType<typeof setTimeout> | undefined
    const say = () => {
      saidAt = performance.now()
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
        const wait = saidAt + leastMsBetween - performance.now()
        if (wait <= 0) say()
        else timer = setTimeout(say, wait)
      },
    )
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [store])
  return status
}
