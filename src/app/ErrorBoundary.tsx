import { Component } from 'react'
import type { ReactNode } from 'react'

/** Shows a message and a button when a view throws. Playback continues. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { message: string | null }> {
  override state = { message: null }

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) }
  }

  override render() {
    const { message } = this.state
    if (message === null) return this.props.children
    return (
      <main className="app app-broken">
        <h1>Something went wrong</h1>
        <p role="alert">
          The page could not be shown, because of a fault in Earshot ({message}). Your files are
          unchanged. Show the page again; if this returns, report what you did.
        </p>
        <button
          type="button"
          className="kit-button kit-button-strong"
          onClick={() => this.setState({ message: null })}
        >
          Show the page again
        </button>
      </main>
    )
  }
}
