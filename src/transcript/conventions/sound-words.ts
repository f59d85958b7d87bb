/**
 * Sound descriptions and section labels that occur where a speaker's name could. Lower case. Whole words, because the
 * stems in `sound-descriptions.ts` also match names (`Lachlan`, `Clapton`).
 */
export const soundWords: ReadonlySet<string> = new Set(
  `applause, cheering, laughter, laughs, laughing, laugh, chuckles, chuckle, giggles, music, music playing, singing,
  sings, humming, silence, pause, long pause, noise, background noise, crosstalk, cross talk, overlapping, inaudible,
  unintelligible, indistinct, unclear, foreign, coughs, coughing, sighs, sigh, gasps, crying, sobbing, groans, clears
  throat, knocking, phone rings, phone ringing, bell rings, beep, bleep, static, blank audio, no audio, audio, break,
  recess, end, redacted, censored, chorus, verse, intro, outro, refrain, advertisement, commercial break, playback,
  sound, sounds, whispers, whispering, shouting, shouts, end of recording, end of transcript`
    .split(',')
    .map((words) => words.trim().replace(/\s+/g, ' ')),
)
