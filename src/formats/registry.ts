import type { Format } from './format.ts'
import { plainText } from './plain-text/index.ts'
import { subrip } from './subrip/index.ts'
import { webvtt } from './webvtt/index.ts'
import { whisperJson } from './whisper-json/index.ts'

/** Of two formats equally sure of a file, the earlier one reads it. */
export const formats: readonly Format[] = [webvtt, subrip, whisperJson, plainText]
