// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createApp } from '../../../src/app/create-app.ts'
import { ErrorBoundary } from '../../../src/app/ErrorBoundary.tsx'

vi.spyOn(HTMLMediaElement.prototype, 'load').mockImplementation(() => {})
vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => {})
afterEach(cleanup)

describe('the app', () => {
  test('removes every listener when it is disposed', () => {
    const element = document.createElement('audio')
    // The first selector query makes jsdom add listeners of its own.
    document.body.matches(':hover')
    createApp(element).dispose()
    const listening = [
      vi.spyOn(document, 'addEventListener'),
      vi.spyOn(window, 'addEventListener'),
      vi.spyOn(HTMLMediaElement.prototype, 'addEventListener'),
    ]
    const app = createApp(element)
    const options = listening.flatMap((spy) =>
      spy.mock.calls.map(([event, , given]) => [event, given] as const),
    )
    expect(options.length).toBeGreaterThan(15)
    app.dispose()
    const left = options.filter(
      ([, given]) => !(typeof given === 'object' && given.signal?.aborted === true),
    )
    expect(left).toEqual([])
    for (const spy of listening) spy.mockRestore()
  })

  test('does nothing more after it is disposed', () => {
    const element = document.createElement('audio')
    const app = createApp(element)
    app.dispose()
    const before = app.store.getState().playback
    element.dispatchEvent(new Event('seeking'))
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'm' }))
    expect(app.store.getState().playback).toBe(before)
  })
})

test('a view that breaks leaves a sentence and a way on', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => {})
  let breaks = true
  function Fragile() {
    if (breaks) throw new Error('the lamp fell')
    return <p>All is well</p>
  }
  render(
    <ErrorBoundary>
      <Fragile />
    </ErrorBoundary>,
  )
  expect(screen.getByRole('alert').textContent).toMatch(/the lamp fell/)
  breaks = false
  const user = userEvent.setup()
  await act(() => user.click(screen.getByRole('button', { name: 'Show the page again' })))
  expect(screen.getByText('All is well')).not.toBeNull()
  quiet.mockRestore()
})
