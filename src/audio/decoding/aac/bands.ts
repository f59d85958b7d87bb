/** Numbers of codebooks that are none (ISO/IEC 14496-3, table 4.150). */
export const specialCodebooks = { zero: 0, noise: 13, outOfPhase: 14, inPhase: 15 } as const

/** Bands of all groups of a frame, written or not. */
export const mostPlaces = 8 * 64

/** The place of a band of a group of windows, where something is noted for each. */
export const bandAt = (group: number, band: number) => group * 64 + band
