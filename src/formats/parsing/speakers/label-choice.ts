/**
 * What is taken for a speaker's label (`Ada: …`): what the evidence of the whole file supports, every text before a
 * colon, or nothing.
 */
export type LabelChoice = 'evidence' | 'every' | 'none'

/** What names the speakers of a transcript: its format (a field, a tag), its text (`Ada: …`), or nothing. */
export type SpeakerEvidence = 'format' | 'text' | 'none'
