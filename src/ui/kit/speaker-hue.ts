/** Colours repeat after this many speakers; the names distinguish all of them. */
export const hues = 6

/** 1 to 6, for the speaker at this place in the transcript's list: `--speaker-1` … in the theme. */
export const hueOf = (speaker: number) => (speaker % hues) + 1
