import { useEffect, useRef } from 'react'
import { useApp } from '#ui/kit/app-context.ts'

/** The browser's file dialog; the command `open` opens it. */
export function FilePicker() {
  const { uiRequests, opener } = useApp()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const mounted = new AbortController()
    uiRequests.on('pick-files', () => input.current?.click(), mounted.signal)
    return () => mounted.abort()
  }, [uiRequests])
  return (
    <input
      ref={input}
      type="file"
      multiple
      hidden
      aria-label="Recording and transcript files"
      onChange={(event) => {
        const files = Array.from(event.target.files ?? [])
        event.target.value = ''
        void opener.openFiles(files)
      }}
    />
  )
}
