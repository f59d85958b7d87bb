import { useEffect, useState } from 'react'
import { offerAddress } from '#commands/dialogs.ts'
import {
  carriesFiles,
  transferredFiles,
  pastedAddress,
  pastedTranscript,
} from '#sources/data-transfer.ts'
import { takeEarlyDrops } from '#sources/early-drops.ts'
import { useApp } from '#ui/kit/app-context.ts'
import './opening.css'

/** Opens files dropped anywhere on the page, also before it was there, and pasted files, text or addresses. */
export function DropArea() {
  const app = useApp()
  const { opener } = app
  const [isOver, setOver] = useState(false)

  useEffect(() => {
    const mounted = new AbortController()
    const listening = { signal: mounted.signal }
    document.addEventListener(
      'dragover',
      (event) => {
        if (!carriesFiles(event.dataTransfer)) return
        event.preventDefault()
        setOver(true)
      },
      listening,
    )
    document.addEventListener(
      'dragleave',
      (event) => {
        if (event.relatedTarget === null) setOver(false)
      },
      listening,
    )
    document.addEventListener(
      'drop',
      (event) => {
        setOver(false)
        if (!carriesFiles(event.dataTransfer)) return
        event.preventDefault()
        void opener.openFiles(transferredFiles(event.dataTransfer))
      },
      listening,
    )
    document.addEventListener(
      'paste',
      (event) => {
        const isTyping = event.target instanceof Element && event.target.matches('input, textarea')
        if (isTyping || event.defaultPrevented) return
        const files = transferredFiles(event.clipboardData)
        const address = pastedAddress(event.clipboardData)
        const text = pastedTranscript(event.clipboardData)
        if (files.length > 0) void opener.openFiles(files)
        else if (address !== null) offerAddress(app, address)
        else if (text !== null) void opener.openText(text, 'Pasted text')
      },
      listening,
    )
    for (const files of takeEarlyDrops(window)) void opener.openFiles(files)
    return () => mounted.abort()
  }, [opener, app])

  if (!isOver) return null
  return (
    <div className="opening-drop-area">
      <p>Drop a recording, its transcript, or both</p>
    </div>
  )
}
