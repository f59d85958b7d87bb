// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { shownRecord } from '#state/transcripts.ts'
import { AlignmentNote } from '#ui/alignment/AlignmentNote.tsx'
import { segment, spoken, transcript } from '../../../support/transcripts.ts'
import { show } from './show.tsx'

vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => {})
vi.spyOn(HTMLMediaElement.prototype, 'load').mockImplementation(() => {})
afterEach(cleanup)

const untimed = transcript([segment('Good evening to all of you.', null, null)], { language: 'en' })
const press = (name: RegExp | string) =>
  userEvent.setup().click(screen.getByRole('button', { name }))
const small = () => document.querySelector('.alignment-small')?.textContent ?? null

describe('a text without times, with sound', () => {
  test('is offered to have its words found, and what that costs is said before', async () => {
    const { alignments } = await show(<AlignmentNote />, { text: untimed, duration: 3600 })
    expect(small()).toBe(
      'This text has no times. The speech model is 5 MB: it is downloaded once, from this page’s own address, and stored on this machine. About 6 minutes for this recording. The sound and the text stay on this machine.',
    )
    expect(alignments.begin).not.toHaveBeenCalled()
    await press('Find the words in the sound')
    expect(alignments.begin).toHaveBeenCalledExactlyOnceWith('words')
  })

  test('is not said to load what is here already', async () => {
    await show(<AlignmentNote />, { text: untimed, need: { bytes: 5_100_000, isStored: true } })
    expect(small()).toContain('The speech model is on this machine already.')
    expect(small()).not.toContain('5 MB')
  })

  test('can be said to be in another language, with how well that goes', async () => {
    const { store, need } = await show(<AlignmentNote />, { text: untimed })
    const languages = screen.getByRole('combobox', { name: 'Spoken language' })
    expect(languages).toHaveProperty('value', 'en')
    await userEvent.setup().selectOptions(languages, 'Spanish')
    expect(shownRecord(store.getState().transcripts)?.chosenLanguage).toBe('es')
    expect(need).toHaveBeenLastCalledWith('words', 'es')
    expect(small()).toContain('rules for Spanish letters')
  })

  test('says of a language that was never tried on human voices just that', async () => {
    const text = transcript([segment('Guten Abend.', null, null)], { language: 'de-AT' })
    await show(<AlignmentNote />, { text })
    const groupOf = (name: string) =>
      screen.getByRole('option', { name }).parentElement?.getAttribute('label')
    expect(groupOf('Austrian German')).toBe('Not tried on human voices yet')
    expect(groupOf('Russian')).toBe('Most lines are right')
    expect(groupOf('French')).toBe('Words are found')
    expect(small()).toContain('which have not been tried on human voices yet.')
  })

  test('keeps its own language in the list, though nothing is known of it', async () => {
    const text = transcript([segment('Dzień dobry.', null, null)], { language: 'pl' })
    await show(<AlignmentNote />, { text, need: { bytes: 0, isStored: true } })
    const polish = screen.getByRole('option', { name: 'Polish' })
    expect(polish).toHaveProperty('selected', true)
    expect(polish.parentElement?.getAttribute('label')).toBe('Times are only estimated')
    expect(small()).toContain('off by seconds')
    expect(small()).not.toContain('speech model is')
  })

  test('is left in peace for as long as it is open, if that is wanted', async () => {
    const { container } = await show(<AlignmentNote />, { text: untimed })
    await press('Not now')
    expect(container.textContent).toBe('')
  })
})

test('nothing is offered without sound, for a text that has times, or while something is being opened', async () => {
  const timed = spoken('0 Good 0.4 evening 0.9')
  for (const world of [
    { text: untimed, duration: null },
    { text: timed },
    { text: untimed, duration: 0 },
  ]) {
    const { container } = await show(<AlignmentNote />, world)
    expect(container.textContent).toBe('')
    cleanup()
  }
  const { container, store } = await show(<AlignmentNote />, { text: untimed })
  act(() => store.getState().openingReported({ status: 'busy', name: 'talk.vtt', progress: null }))
  expect(container.textContent).toBe('')
})

describe('sound without a text', () => {
  test('is offered a draft, with its limits', async () => {
    const { alignments } = await show(<AlignmentNote />, {
      duration: 600,
      need: { bytes: 36_400_000, isStored: false },
    })
    expect(small()).toContain('Names and rare words may be wrong')
    expect(small()).toContain('36 MB')
    await press('Write a draft')
    expect(alignments.begin).toHaveBeenCalledExactlyOnceWith('draft')
  })

  test('that is a film without a sound track is not', async () => {
    const { container, store } = await show(<AlignmentNote />)
    act(() => store.getState().pictureReported({ width: 640, height: 360 }, false))
    expect(container.textContent).toBe('')
  })
})

describe('sound that cannot be aligned', () => {
  test.each([
    ['a draft', null],
    ['a search for words', untimed],
  ])(
    '%s is not offered where the recording has no sound, or none that can be decoded',
    async (_, text) => {
      const { store } = await show(<AlignmentNote />, { text })
      expect(small()).not.toBeNull()
      act(() => store.getState().peaksReported({ status: 'unavailable', why: 'it is encrypted' }))
      expect(small()).toBeNull()
      act(() => store.getState().peaksReported({ status: 'loading' }))
      expect(small()).not.toBeNull()
      act(() => store.getState().pictureReported({ width: 640, height: 360 }, false))
      expect(small()).toBeNull()
    },
  )
})
