import { useEffect, useState } from 'react'

/** Whether a state has lasted for `delayMs` and was still far from its end then. */
export function useLasting(
  isSo: boolean,
  { delayMs, isFarFromEnd }: { delayMs: number; isFarFromEnd: () => boolean },
): boolean {
  const [lasts, setLasts] = useState(false)
  useEffect(() => {
    if (!isSo) return
    const timer = setTimeout(() => setLasts(isFarFromEnd()), delayMs)
    return () => {
      clearTimeout(timer)
      setLasts(false)
    }
  }, [isSo, delayMs, isFarFromEnd])
  return isSo && lasts
}
