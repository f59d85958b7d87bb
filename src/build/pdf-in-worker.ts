import type { Plugin } from 'vite'

/**
 * Leaves pdf.js out of the page's bundle: the page hands every PDF to the transcript worker, whose bundle has it. Otherwise
 * 1.2 MB more would be built and stored for use without a network.
 */
export function pdfInWorker(): Plugin {
  const id = '\0pdf-in-worker'
  return {
    name: 'earshot-pdf-in-worker',
    apply: 'build',
    enforce: 'pre',
    resolveId: { filter: { id: /^pdfjs-dist\// }, handler: () => id },
    load: {
      filter: { id: /^\0pdf-in-worker$/ },
      handler: () =>
        "export const WorkerMessageHandler = { initializeFromPort() { throw new Error('PDFs are read in a worker') } }",
    },
  }
}
