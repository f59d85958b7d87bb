// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createAppStore } from '#state/store.ts'
import { AboutDialog } from '#ui/about/AboutDialog.tsx'
import { AppContext } from '#ui/kit/app-context.ts'
import type { ViewContext } from '#ui/kit/app-context.ts'
import manifest from '../../../package.json' with { type: 'json' }

// jsdom has no modal dialogs.
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
    this.open = false
  }
})
afterEach(cleanup)

describe('the About dialog', () => {
  test('shows the version, what happens to recordings, and the third-party notices', async () => {
    const store = createAppStore()
    store.getState().dialogChanged('about')
    render(
      <AppContext value={{ store } as ViewContext}>
        <AboutDialog />
      </AppContext>,
    )
    const dialog = screen.getByRole('dialog', { name: 'About Earshot' })
    expect(dialog.textContent).toContain(`Version ${manifest.version}`)
    expect(dialog.textContent).toContain('stay in this browser')
    const notices = screen.getByRole('link', { name: 'third-party notices' })
    expect(notices.getAttribute('href')).toBe('./THIRD-PARTY-NOTICES.txt')
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(store.getState().dialog).toBeNull()
  })
})
