/** As many speakers are told apart by colour; the names tell all of them apart. */
export const hues = 6

/** 1 to 6, for the speaker at this place in the transcript's list: `--speaker-1` … in the theme. */
export const hueOf = (speaker: number) => (speaker % hues) + 1
