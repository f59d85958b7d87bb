import { readFileSync, statSync } from 'node:fs'
import { decibels, peakOf, run, samplesASecond, samplesOf } from './audio.mjs'
import { edgesOf, loudestWithin } from './edges.mjs'
import { lagAt } from './lag.mjs'
import { loudnessOf } from './mix.mjs'

const toleranceSeconds = 0.03
// A stop begins and may end with a silent closure; a weak fricative is hardly louder than a breath.
const quietPhones = new Set(['p', 't', 'k', 'b', 'd', 'g', 'th', 'dh', '?'])
const quietPhoneSeconds = 0.07

const innerSilence = { margin: 0.04, shortest: 0.09, loudest: -25 }
const allowedLagSeconds = 0.002
const bounds = {
  seconds: [165, 195],
  'longest silence': [3.999, 4.001],
  kilobytes: [0, 2000],
  lufs: [-19, -17],
  peak: [-12, -0.5],
}

export function check({ recordingPath, captionsPath, chaptersPath, mixed, timeline }) {
  const recording = decode(recordingPath)
  const captions = readFileSync(captionsPath, 'utf8')
  const times = cueTimes(captions)
  const stamped = timeline.cues
    .toSorted((one, other) => one.start - other.start)
    .map((cue, index) => Object.assign({}, cue, times[index]))
  const sentences = stamped.filter(({ kind }) => kind === 'sentence')
  const alone = sentences.filter((sentence) => !overlapsAny(sentence, sentences))
  const edges = sentences.map((sentence) =>
    alone.includes(sentence) ? edgesOf(sentence, recording) : edgesBeforeMixing(sentence),
  )
  const beginnings = edges.map(({ begins }) => begins)
  const endings = edges.map(({ ends }) => ends)
  const paths = [recordingPath, captionsPath, chaptersPath]

  return [
    edgeResult('sound begins after the first stamp', sentences, beginnings, firstPhone),
    edgeResult('sound ends after the last stamp', sentences, endings, lastPhone),
    silenceResult(alone, recording),
    lagResult(stamped, mixed, recording),
    orderResult(captions),
    within('seconds', recording.length / samplesASecond),
    within('longest silence', longestSilence(stamped)),
    within('kilobytes', paths.reduce((sum, path) => sum + statSync(path).size, 0) / 1000),
    within('lufs', loudnessOf(recording)),
    within('peak', decibels(peakOf(recording))),
  ]
}

const firstPhone = ({ words }) => words[0].phones[0]
const lastPhone = ({ words }) => words.at(-1).phones.findLast((phone) => !phone.startsWith('_'))

function decode(path) {
  const format = ['-f', 'f32le', '-ar', String(samplesASecond), '-ac', '1', '-']
  return samplesOf(run('ffmpeg', ['-v', 'error', '-i', path, ...format]).stdout)
}

function cueTimes(captions) {
  return [...captions.matchAll(/^(\S+) --> (\S+)$/gm)].map(([, start, end]) => ({
    start: secondsOf(start),
    end: secondsOf(end),
  }))
}

function secondsOf(stamp) {
  const [hours, minutes, seconds] = stamp.split(':').map(Number)
  return hours * 3600 + minutes * 60 + seconds
}

function overlapsAny(cue, cues) {
  return cues.some((other) => other !== cue && other.start < cue.end && cue.start < other.end)
}

function longestSilence(cues) {
  return Math.max(...cues.slice(1).map(({ start }, index) => start - cues[index].end))
}

function edgesBeforeMixing({ samples, from, start, end }) {
  return edgesOf({ start: from, end: from + end - start }, samples)
}

function edgeResult(subject, sentences, lateness, phoneOf) {
  const measured = sentences.map((sentence, index) => ({
    seconds: lateness[index],
    quiet: quietPhones.has(phoneOf(sentence)),
    text: sentence.text,
  }))
  const faults = measured.filter(
    ({ seconds, quiet }) => Math.abs(seconds) > (quiet ? quietPhoneSeconds : toleranceSeconds),
  )
  const clear = measured.filter(({ quiet }) => !quiet).map(({ seconds }) => seconds)
  const quiet = measured.filter((one) => one.quiet).map(({ seconds }) => seconds)
  return {
    subject,
    measured:
      `${spanOf(clear)} in ${clear.length} sentences, ` +
      `${spanOf(quiet)} in ${quiet.length} with a stop or a weak fricative there`,
    faults: faults.map(({ seconds, text }) => `${milliseconds(seconds)} in "${text}"`),
  }
}

function silenceResult(sentences, recording) {
  const silences = sentences.flatMap((sentence) =>
    silencesOf(sentence).map((silence) => ({
      level: loudestWithin(silence, sentence, recording),
      text: sentence.text,
    })),
  )
  const loudest = Math.max(...silences.map(({ level }) => level))
  return {
    subject: 'silences between words',
    measured: `${silences.length}, the loudest ${loudest.toFixed(1)} dB below its sentence`,
    faults: silences
      .filter(({ level }) => level > innerSilence.loudest)
      .map(({ level, text }) => `${level.toFixed(1)} dB in "${text}"`),
  }
}

function silencesOf({ words }) {
  return words.slice(1).flatMap(({ start }, index) => {
    const { end } = words[index]
    const silence = { start: end + innerSilence.margin, end: start - innerSilence.margin }
    return start - end > innerSilence.shortest ? [silence] : []
  })
}

function lagResult(cues, mixed, recording) {
  const lags = cues.map(({ start, text }) => ({ seconds: lagAt(start, mixed, recording), text }))
  return {
    subject: 'lag of the decoded MP3 behind the mix',
    measured: `${spanOf(lags.map(({ seconds }) => seconds))} at ${lags.length} cues`,
    faults: lags
      .filter(({ seconds }) => Math.abs(seconds) > allowedLagSeconds)
      .map(({ seconds, text }) => `${milliseconds(seconds)} at "${text}"`),
  }
}

function orderResult(captions) {
  const cues = captions.split('\n\n').filter((block) => block.includes(' --> '))
  const faults = cues.filter((cue) => {
    const [timing, text] = cue.split('\n')
    const [start, end] = timing.split(' --> ').map(secondsOf)
    const times = [...text.matchAll(/<([\d:.]{12})>/g)].map(([, stamp]) => secondsOf(stamp))
    const ordered = [...times, end].every((time, index) => index === 0 || time > times[index - 1])
    return !ordered || (times[0] ?? start) !== start
  })
  return { subject: 'stamps in order', measured: `${cues.length} cues`, faults }
}

function within(subject, value) {
  const [least, most] = bounds[subject]
  const fault = value < least || value > most ? [`not within ${least} and ${most}`] : []
  return { subject, measured: value.toFixed(1), faults: fault }
}

function spanOf(seconds) {
  return `${milliseconds(Math.min(...seconds))} to ${milliseconds(Math.max(...seconds))}`
}

const milliseconds = (seconds) => `${Math.round(seconds * 1000)} ms`
