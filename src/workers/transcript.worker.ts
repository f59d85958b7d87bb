import { expose } from 'comlink'
import { readTranscript } from '#formats/read-transcript.ts'

expose({ readTranscript })
