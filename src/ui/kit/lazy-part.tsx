import { Component, Suspense, lazy } from 'react'
import type { ComponentType } from 'react'
import { loadAgain, loadPart } from './load-part.ts'
import { missingParts } from './missing-parts.ts'

/** What stands in the place of a part whose code cannot be loaded, or which throws. */
export type PartFailure = ComponentType<{
  /** “the settings” */
  readonly name: string
  /** The code could not be had; else the part threw. */
  readonly isMissing: boolean
  /** Loads and shows the part again. */
  onAgain(): void
}>

interface PartCode<Props> {
  readonly name: string
  load(): Promise<ComponentType<Props>>
}

/**
 * A component whose code is loaded when it is first shown, with an error boundary of its own: where its code cannot be had
 * (no network, a server that restarts), or where it throws, the page stays, `Failure` says so, and the code is asked for
 * again when the part is shown again.
 */
export function lazyPart<Props extends object>(
  { name, load }: PartCode<Props>,
  Failure: PartFailure,
): ComponentType<Props> {
  /** React keeps a failure for ever, so there is a new one after each. */
  let loaded = lazily(() => loadPart(load))

  return class LazyPart extends Component<Props> {
    override state: { readonly Part: typeof loaded; readonly error: unknown } = {
      Part: loaded,
      error: null,
    }

    static getDerivedStateFromError(error: unknown) {
      return { error }
    }

    readonly #showAgain = () => {
      missingParts.remove(this.#showAgain)
      this.setState({ Part: loaded, error: null })
    }

    override componentDidCatch(error: unknown) {
      if (loaded === this.state.Part) loaded = lazily(() => loadAgain(load))
      if (error instanceof MissingCode) missingParts.add(this.#showAgain, name)
    }

    override componentWillUnmount() {
      missingParts.remove(this.#showAgain)
    }

    override render() {
      const { Part, error } = this.state
      if (error !== null) {
        return (
          <Failure name={name} isMissing={error instanceof MissingCode} onAgain={this.#showAgain} />
        )
      }
      return (
        <Suspense>
          <Part {...this.props} />
        </Suspense>
      )
    }
  }
}

const lazily = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(() =>
    load().then(
      (part) => ({ default: part }),
      (error: unknown) => {
        throw new MissingCode('lazyPart: the code could not be loaded', { cause: error })
      },
    ),
  )

class MissingCode extends Error {}
