import type { Problem } from '#transcript/problem.ts'

/** Explains why a text in no known format is not shown as plain text; `null` if it is plain text. */
export function refuseText(head: string, name: string): Problem | null {
  const refuse = (code: string, rest: string): Problem => ({
    code,
    severity: 'error',
    message: `${name} ${rest}`,
  })
  if (looksLikeWebPage(head)) {
    return refuse(
      'file-web-page',
      'is a web page, perhaps an error or sign-in page in place of the transcript. Download the transcript itself and open that.',
    )
  }
  if (looksLikeXml(head)) {
    return refuse(
      'format-unknown',
      'is HTML or XML with a structure that is not supported. Export it as WebVTT (.vtt) or SubRip (.srt) and open that.',
    )
  }
  if (looksLikeJson(head)) {
    return refuse(
      'format-unknown',
      'is JSON, but no transcript was found in it. Export it as WebVTT (.vtt) or SubRip (.srt) and open that.',
    )
  }
  return null
}

function looksLikeWebPage(head: string): boolean {
  const start = head.trimStart().slice(0, 4096)
  return /^(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)?<(?:!doctype\s+html|html)[\s>]/is.test(
    start,
  )
}

export function looksLikeXml(head: string): boolean {
  const start = head.slice(0, 4096)
  if (/^\s*<(?:\?xml|!doctype|!--)/i.test(start)) return true
  // `<Ada> hello` is a chat line, not XML
  const isTag = /^\s*<[a-z][\w.-]*(?::[\w.-]+)?(?:\s[^<>]*)?\/?>/i.test(start)
  return isTag && /<\/|\/>/.test(head)
}

export function looksLikeJson(head: string): boolean {
  return /^\s*(?:\{\s*(?:["}]|$)|\[\s*(?:[[{"\]]|$))/.test(head)
}
