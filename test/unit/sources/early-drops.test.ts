// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { holdEarlyDrops, takeEarlyDrops } from '#sources/early-drops.ts'

/** jsdom has no `DragEvent`. */
function drag(name: 'dragover' | 'drop', files: readonly File[], types = ['Files']) {
  const event = new Event(name, { bubbles: true, cancelable: true })
  Object.assign(event, { dataTransfer: { types, files } })
  document.body.dispatchEvent(event)
  return event
}

describe('files dropped before the app is there', () => {
  holdEarlyDrops(window)
  const [first, second] = [new File(['1'], 'a.mp3'), new File(['2'], 'a.vtt')]

  test('do not make the browser leave the page, and are given to the app once', () => {
    expect(drag('dragover', [first]).defaultPrevented).toBe(true)
    expect(drag('drop', [first]).defaultPrevented).toBe(true)
    drag('drop', [second])
    expect(takeEarlyDrops(window)).toEqual([[first], [second]])
    expect(takeEarlyDrops(window)).toEqual([])
  })

  test('are the app’s once it has taken them, and still do not make the browser leave', () => {
    expect(drag('drop', [first]).defaultPrevented).toBe(true)
    expect(takeEarlyDrops(window)).toEqual([])
  })

  test('are files: text that is dragged into a field is left alone', () => {
    expect(drag('dragover', [], ['text/plain']).defaultPrevented).toBe(false)
  })
})
