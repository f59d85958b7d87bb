import { join } from 'node:path'

/** Ignored by git. */
export const recordingsFolder = join(import.meta.dirname, '../../../.cache/recordings')

/** @param {string} length @param {{ id: string, extension: string }} format */
export const recordingName = (length, { id, extension }) => `${length}.${id}.${extension}`
