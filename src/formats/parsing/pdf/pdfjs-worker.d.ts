/** The half of pdf.js that parses; the package describes only the half that draws. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.min.mjs' {
  export const WorkerMessageHandler: {
    initializeFromPort(port: import('./pdf-messages.ts').PdfPort): void
  }
}
