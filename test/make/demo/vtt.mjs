const silenceMilliseconds = 80

const note = `NOTE
Every voice here is synthetic, and the presenters, the producer and the listener are invented.
The group, the city and the film are real. Raqqa Is Being Slaughtered Silently is a group of young
Syrians, activists of the revolution, who showed daily life in Raqqa when ISIS held the city. City
of Ghosts (2017), directed by Matthew Heineman, is the film about them. Nobody real is quoted.`

export function captionsFile(cues) {
  const inOrder = cues.toSorted((one, other) => one.start - other.start)
  return [header('captions'), note, ...inOrder.map(captionCue)].join('\n\n') + '\n'
}

export function chaptersFile(chapters) {
  return [header('chapters'), ...chapters.map(chapterCue)].join('\n\n') + '\n'
}

const header = (kind) => `WEBVTT\nKind: ${kind}\nLanguage: en`

function captionCue(cue) {
  return `${timing(cue)}\n${cue.kind === 'sound' ? escape(cue.text) : voiceSpan(cue)}`
}

function chapterCue(chapter) {
  return `${timing(chapter)}\n${escape(chapter.title)}`
}

function timing({ start, end }) {
  return `${stamp(start)} --> ${stamp(end)}`
}

function voiceSpan({ speaker, language, words }) {
  const text = words.map((word, index) => timedWord(word, words[index + 1])).join('')
  return `<v ${speaker}>${language ? `<lang ${language}>${text}</lang>` : text}`
}

function timedWord({ text, start, end }, following) {
  const word = `<${stamp(start)}>${escape(text)}`
  if (!following) return word
  const silence = Math.round((following.start - end) * 1000)
  return silence > silenceMilliseconds ? `${word}<${stamp(end)}> ` : `${word} `
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function stamp(seconds) {
  return new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23)
}
