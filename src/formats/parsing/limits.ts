/** The largest file that is read, in bytes. A hundred hours of subtitles take a tenth of it. */
export const largestFile = 64 * 1024 * 1024

export const mostSegments = 500_000

/** The longest text of one cue that is shown, in UTF-16 code units: 100 KB of ASCII, about 18,000 words. */
export const longestCueText = 100 * 1024

/** The most words of one transcript that are shown: about 500 hours of speech. */
export const mostWords = 5_000_000

/** The most speakers of one transcript; a parliament has a thousand. */
export const mostSpeakers = 10_000

/** How much of a file's beginning detection examines, in bytes and in characters. */
export const headLength = 64 * 1024

/** So much of a large file shows more than a screen of lines. Bytes. */
export const beginningLength = 64 * 1024
