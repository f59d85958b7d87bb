// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { lazyPart } from '#ui/kit/lazy-part.tsx'
import { missingParts } from '#ui/kit/missing-parts.ts'
import { MissingParts } from '#ui/notices/MissingParts.tsx'
import { PanelFailure } from '#ui/kit/PanelFailure.tsx'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const silence = () => vi.spyOn(console, 'error').mockImplementation(() => undefined)

describe('a part that is loaded when it is shown', () => {
  test('is named as missing, and is loaded again at a click', async () => {
    silence()
    const load = vi
      .fn<() => Promise<() => string>>()
      .mockRejectedValueOnce(new TypeError('no network'))
      .mockResolvedValue(() => 'the tools')
    const Tools = lazyPart({ name: 'the tools', load }, PanelFailure)
    render(
      <>
        <MissingParts />
        <h1>beside</h1>
        <p>
          <Tools />
        </p>
      </>,
    )
    expect(await screen.findByText(/could not be loaded: the tools\. Check/)).toBeDefined()
    expect(screen.getByRole('heading', { name: 'beside' })).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Load them again' }))
    expect(await screen.findByText('the tools')).toBeDefined()
    expect(screen.queryByText(/could not be loaded/)).toBeNull()
    expect(load).toHaveBeenCalledTimes(2)
  })

  test('is asked for again when it is shown again', async () => {
    silence()
    const load = vi
      .fn<() => Promise<() => string>>()
      .mockRejectedValueOnce(new TypeError('no network'))
      .mockResolvedValue(() => 'the keys')
    const Keys = lazyPart({ name: 'the keys', load }, PanelFailure)
    const { rerender } = render(<Keys />)
    await vi.waitFor(() => expect(missingParts.list()).toEqual(['the keys']))
    rerender(<p />)
    expect(missingParts.list()).toEqual([])
    rerender(<Keys />)
    expect(await screen.findByText('the keys')).toBeDefined()
  })

  test('that throws is told from one that is missing, and takes nothing else with it', async () => {
    silence()
    const Broken = lazyPart(
      {
        name: 'the report',
        load: async () => () => {
          throw new Error('a fault')
        },
      },
      PanelFailure,
    )
    render(
      <>
        <h1>Title</h1>
        <Broken />
      </>,
    )
    expect((await screen.findByRole('alert')).textContent).toContain(
      'the report could not be shown',
    )
    expect(screen.getByRole('heading', { name: 'Title' })).toBeDefined()
  })
})
