/** The largest file that is read, in bytes: a hundred hours of subtitles fill a tenth of it. */
export const largestFile = 64 * 1024 * 1024

export const mostSegments = 500_000

/** How much of a file is looked at to recognise it, in bytes and in characters. */
export const headLength = 64 * 1024
