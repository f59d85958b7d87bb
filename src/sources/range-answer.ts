import type { ByteResponse } from './request-bytes.ts'

type Answer = Pick<ByteResponse, 'status' | 'headers'>

/**
 * Whether an answer holds the bytes from `from` on, as far as its headers can be read: servers seldom expose
 * Content-Range to other origins. `multipart/byteranges` has headers among the bytes; a range of a compressed file is none of
 * the file (RFC 9110, 14.4 and 15.3.7).
 */
export function isRangeFrom({ status, headers }: Answer, from: number): boolean {
  if (status !== 206 || /^multipart\//i.test(headers.get('content-type') ?? '')) return false
  if (/gzip|br|zstd|deflate/i.test(headers.get('content-encoding') ?? '')) return false
  const range = headers.get('content-range')
  return range === null || Number(/^bytes (\d+)-\d+\//.exec(range)?.[1]) === from
}

/** The size of the whole that a range is part of, bytes; `null` where it cannot be read. */
export function sizeOfWhole({ headers }: Pick<Answer, 'headers'>): number | null {
  const stated = /\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1]
  return stated === undefined ? null : Number(stated)
}

/** What tells one version of a file from the next; `null` where the server does not say. */
export const versionOf = ({ headers }: Pick<Answer, 'headers'>): string | null =>
  headers.get('etag') ?? headers.get('last-modified')

/**
 * The version for `If-Range`. `null` for weak ETags, which it does not allow, and for other origins, which would be asked for
 * permission first, and may refuse.
 */
export function versionToResume(version: string | null, address: string): string | null {
  const isOwn = new URL(address).origin === globalThis.location?.origin
  return version === null || version.startsWith('W/') || !isOwn ? null : version
}

export const changedMeanwhile =
  'it was replaced on the server while it was being loaded. Open it again'
