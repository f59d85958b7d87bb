import { createPdfMessages } from './pdf-messages.ts'
import { ignoreStrayRejections } from './stray-rejections.ts'

/** A piece of text on a page, in units of 1/72 inch from the lower left corner. */
export interface PdfText {
  /** In the order in which it is read; ligatures are letters. */
  readonly str: string
  readonly dir: string
  readonly width: number
  readonly height: number
  /** The matrix of the text: its direction in the first two numbers, its place in the last two. */
  readonly transform: readonly number[]
  readonly isVertical: boolean
}

export interface PdfPageText {
  readonly texts: readonly PdfText[]
  readonly language: string | undefined
  /** There is more text; pdf.js goes on with it until the document is closed. */
  readonly isCut: boolean
}

export interface PdfDocument {
  readonly pageCount: number
  /** Of the document's information; empty if it has none, or the name of a file. */
  title(): Promise<string>
  /** The text of a page, from 0; `null` if the page is damaged. No more than `most` characters. */
  read(page: number, most: number): Promise<PdfPageText | null>
  /** How many comments and filled form fields a page has, from 0. */
  countComments(page: number): Promise<number>
  /** How many fonts need tables of characters that the app does not have. */
  fontsWithoutLetters(): number
  close(): Promise<void>
}

export type OpenedPdf = PdfDocument | 'protected' | 'damaged'

/** It must equal the version of pdf.js, which compares them. */
const apiVersion = '5.6.205'
const start = 'worker'
const quiet = 0
const ofAnyKind = 1
/** Titles that programs make up. */
const isFileName =
  /^\s*(?:microsoft (?:word|powerpoint)\b|untitled\b)|\.(?:docx?|pdf|rtf|txt|odt)\s*$/i

interface Chunk {
  readonly items: readonly (Omit<PdfText, 'isVertical'> & { readonly fontName?: string })[]
  readonly styles: Readonly<Record<string, { readonly vertical?: boolean }>>
  readonly lang?: string | null
}

interface Annotation {
  readonly subtype?: string
  readonly contentsObj?: { readonly str?: string }
  readonly fieldValue?: unknown
}

/**
 * Opens a PDF with the parsing half of pdf.js, which is loaded here: no drawing, no network, no code made from text. The
 * bytes are copied. Never rejects because of bad input.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs')
  ignoreStrayRejections()
  let tables = 0
  let opened: (result: number | 'protected' | 'damaged') => void = () => undefined
  const opening = new Promise<number | 'protected' | 'damaged'>((resolve) => (opened = resolve))
  const messages = createPdfMessages((action, data) => {
    if (action === 'GetDoc') opened(pageCountOf(data))
    if (action === 'PasswordRequest') opened('protected')
    if (action === 'DocException') opened('damaged')
    if (action !== 'FetchBinaryData') return null
    // drawings of fonts are not needed, tables of characters are
    if ((data as { kind?: string }).kind === 'cMapUrl') tables += 1
    throw new Error('not part of the app')
  })
  // in a worker, pdf.js also greets the page; nobody listens to that
  WorkerMessageHandler.initializeFromPort(messages.port)
  messages.send(start, 'configure', { verbosity: quiet })
  const settings = {
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    ignoreErrors: true,
    maxImageSize: -1,
    canvasMaxAreaInBytes: -1,
    fontExtraProperties: false,
    cMapPacked: true,
  }
  const request = { docId: 'reader', apiVersion, data: bytes.slice(), evaluatorOptions: settings }
  const target = String(await messages.call(start, 'GetDocRequest', request))
  messages.send(target, 'Ready')
  const result = await opening
  const close = async () => {
    await messages.call(target, 'Terminate').catch(() => undefined)
  }
  if (typeof result === 'string') {
    await close()
    return result
  }

  return {
    pageCount: result,
    fontsWithoutLetters: () => tables,
    close,
    async title() {
      const found = await messages.call(target, 'GetMetadata').catch(() => null)
      const title = (found as [{ Title?: unknown } | null] | null)?.[0]?.Title
      return typeof title === 'string' && !isFileName.test(title) ? title.trim() : ''
    },
    async countComments(page) {
      const query = { pageIndex: page, intent: ofAnyKind }
      const found = await messages.call(target, 'GetAnnotations', query).catch(() => [])
      return (found as Annotation[]).filter(({ subtype, contentsObj, fieldValue }) => {
        const text = `${contentsObj?.str ?? ''}${typeof fieldValue === 'string' ? fieldValue : ''}`
        return subtype !== 'Link' && subtype !== 'Popup' && text.trim() !== ''
      }).length
    },
    async read(page, most) {
      const texts: PdfText[] = []
      const vertical = new Set<string>()
      let language: string | undefined
      let length = 0
      let isCut = false
      try {
        await messages.call(target, 'GetPage', { pageIndex: page })
        await messages.stream(
          target,
          { action: 'GetTextContent', data: { pageId: page, pageIndex: page } },
          (chunk) => {
            const { items, styles, lang } = chunk as Chunk
            language ??= lang ?? undefined
            for (const [font, style] of Object.entries(styles)) {
              if (style.vertical === true) vertical.add(font)
            }
            for (const { fontName = '', str, dir, width, height, transform } of items) {
              length += str.length
              isCut = length > most
              if (isCut) return 'enough'
              texts.push({ str, dir, width, height, transform, isVertical: vertical.has(fontName) })
            }
            return 'more'
          },
        )
      } catch {
        return texts.length === 0 ? null : { texts, language, isCut }
      }
      return { texts, language, isCut }
    },
  }
}

function pageCountOf(data: unknown): number {
  const { pdfInfo } = data as { pdfInfo?: { numPages?: number } }
  return pdfInfo?.numPages ?? 0
}
