import type { Format } from './format.ts'
import { subrip } from './subrip/index.ts'
import { webvtt } from './webvtt/index.ts'

/**
 * The formats of most files. Their detection is loaded with the first screen, that of all others when a file needs it.
 * Both consist of blocks that blank lines part, so the beginning of a file can be read alone.
 */
export const commonFormats: readonly Format[] = [webvtt, subrip]
