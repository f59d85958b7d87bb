/** Whether the bytes are an OpenDocument text: its type is stored, not deflated, at the beginning of the archive. */
export function isOpenDocumentText(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 120))
  return (
    start.startsWith('PK\x03\x04') &&
    start.includes('mimetypeapplication/vnd.oasis.opendocument.text') &&
    !start.includes('opendocument.text-master')
  )
}
