/** Colours repeat after this many speakers; names distinguish all. */
export const hues = 6

/** 1 to 6 for a speaker's index in the transcript: `--speaker-1` … in the theme. */
export const hueOf = (speaker: number) => (speaker % hues) + 1
