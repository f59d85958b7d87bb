export const convert =
  'Convert it to M4A, MP3 or WAV, for example with VLC, Audacity or ffmpeg, and open that.'

export const notPlayed = (what: string) => `${what}, which browsers do not play. ${convert}`
