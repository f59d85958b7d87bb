import type { AlignmentPorts } from './alignment-ports.ts'
import type { Alignments } from './alignments.ts'

/** Loads the code behind `Alignments` at the first call, or when the recording may have stored alignments. */
export function createAlignments({
  store,
  loadPorts,
}: Pick<AlignmentPorts, 'store'> & { loadPorts(): Promise<AlignmentPorts> }): Alignments {
  let loading: Promise<Alignments> | null = null
  let isOver = false

  function load() {
    loading ??= Promise.all([import('./aligning.ts'), loadPorts()]).then(
      ([{ createAligning }, ports]) => createAligning(ports),
    )
    // Next time the connection may be better.
    loading.catch(() => (loading = null))
    return loading
  }
  async function ask(what: (alignments: Alignments) => void) {
    try {
      const alignments = await load()
      if (!isOver) what(alignments)
    } catch (error) {
      const { alertRaised } = store.getState()
      alertRaised({ code: 'alignments-not-loaded', severity: 'error', message: notLoaded(error) })
    }
  }
  const endWatching = store.subscribe(
    ({ fingerprint }) => fingerprint !== undefined,
    (isKnown) => {
      if (isKnown) load().catch(() => undefined)
    },
  )

  return {
    begin: (goal) => void ask((alignments) => alignments.begin(goal)),
    stop: () => void ask((alignments) => alignments.stop()),
    resume: () => void ask((alignments) => alignments.resume()),
    dismiss: () => void ask((alignments) => alignments.dismiss()),
    acceptTiming: () => void ask((alignments) => alignments.acceptTiming()),
    undoTiming: () => void ask((alignments) => alignments.undoTiming()),
    setLineStart: (line, time) => void ask((alignments) => alignments.setLineStart(line, time)),
    removeAnchor: (line) => void ask((alignments) => alignments.removeAnchor(line)),
    dispose() {
      isOver = true
      endWatching()
      loading?.then(
        (alignments) => alignments.dispose(),
        () => undefined,
      )
    },
  }
}

const notLoaded = (error: unknown) =>
  `The part of Earshot that finds words could not be loaded (${error instanceof Error ? error.message : 'no reason given'}). Check the connection and try again, or reload the page.`
