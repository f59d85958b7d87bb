import { median } from '../statistics.mjs'
import { formatRecording } from './options.mjs'
import { fails, toRow, toRowAlone } from './rows.mjs'

const latestSoundMs = 60
const longestTaskMs = 50
const longestCancelMs = 100
const mostMegabytes = 180
/** Full peaks may take so many times ffmpeg's decoding, by the first part of a format's id. */
const mostOfFfmpeg = {
  mp3: 1.5,
  opus: 1.5,
  webm: 1.5,
  aac: 2.5,
  mp4: 2.5,
  flac: 1.8,
  wav: 1.8,
  vorbis: 1.8,
}
/** 55 frames a second. */
const longestFrameMs = 18.18

export const firstSoundRows = (sounds) => [
  ...[...sounds].map(([recording, { earshot, bare }]) =>
    toRowAlone({
      name: `later than a bare <audio>, ms to first sound, ${formatRecording(recording)}`,
      earshot: less(earshot, bare),
      target: latestSoundMs,
    }),
  ),
  ...['bare', 'wavesurfer'].flatMap((peer) =>
    [...sounds].map(([recording, times]) =>
      toRow({
        name: `first sound, ms, ${formatRecording(recording)}, beside ${peerNames[peer]}`,
        earshot: times.earshot,
        peer: times[peer],
      }),
    ),
  ),
]

const peerNames = { bare: 'a bare <audio>', wavesurfer: 'wavesurfer.js' }

const less = (a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : fails)

/** What was measured is `fails`, or an object of measurements. */
const of = (measured, key) => (measured === fails ? fails : measured[key])

/** What a blank page holds, MB: now and then its process has done something before. */
function blankOf(drawings) {
  const blanks = drawings
    .flatMap(({ earshot, wavesurfer }) => [of(earshot, 'blank'), of(wavesurfer, 'blank')])
    .filter((value) => typeof value === 'number')
  return blanks.length === 0 ? 0 : median(blanks)
}

/**
 * @param {import('./options.mjs').Recording[]} recordings
 * @param {Map<string, object>} drawings by how a recording is spelt, those compared with included
 */
export function drawingRows(recordings, drawings) {
  const blank = blankOf([...drawings.values()])
  const figure = (drawing, key) => {
    const value = of(drawing, key)
    return key === 'memory' && typeof value === 'number' ? value - blank : value
  }
  const earshotOf = (recording, key) =>
    figure(drawings.get(formatRecording(recording)).earshot, key)
  const beside = (length, { key, name, target, chosen }) =>
    chosen.map((recording) =>
      toRow({
        name: `${name}, ${formatRecording(recording)}, beside ${length}`,
        earshot: earshotOf(recording, key),
        peer: earshotOf({ ...recording, length }, key),
        target,
      }),
    )
  const besidePeer = (peer, { key, name }) =>
    recordings.map((recording) => {
      const found = drawings.get(formatRecording(recording))
      return toRow({
        name: `${name}, ${formatRecording(recording)}, beside ${peer === 'ffmpeg' ? 'ffmpeg' : 'wavesurfer.js'}`,
        earshot: earshotOf(recording, key),
        peer: peer === 'ffmpeg' ? found.ffmpeg : figure(found.wavesurfer, key),
        target: peer === 'ffmpeg' ? mostOfFfmpeg[recording.format.id.split('-')[0]] : null,
      })
    })
  const alone = ({ key, name, target, chosen = recordings }) =>
    chosen.map((recording) =>
      toRowAlone({
        name: `${name}, ${formatRecording(recording)}`,
        earshot: earshotOf(recording, key),
        target,
      }),
    )
  const tenHours = recordings.filter(({ length }) => length === '10h')
  const longer = recordings.filter(({ length }) => length !== '10m')
  const overview = { key: 'overview', name: 'overview, ms' }
  const peaks = { key: 'peaks', name: 'full peaks, ms' }
  const memory = { key: 'memory', name: 'memory over a blank page, MB' }
  const longest = { key: 'longest', name: 'longest task of the main thread, ms' }
  return [
    ...beside('10m', { ...overview, target: 1.5, chosen: longer }),
    ...besidePeer('wavesurfer', overview),
    ...besidePeer('ffmpeg', peaks),
    ...besidePeer('wavesurfer', peaks),
    ...alone({ ...memory, target: mostMegabytes, chosen: tenHours }),
    ...beside('1h', { ...memory, target: 1.2, chosen: tenHours }),
    ...besidePeer('wavesurfer', memory),
    ...alone({ ...longest, target: longestTaskMs }),
    ...besidePeer('wavesurfer', longest),
    ...alone({ key: 'long', name: 'tasks over 50 ms' }),
    ...alone({ key: 'second', name: 'second opening, ms' }),
  ]
}

export function interactionRows(interactions) {
  const row = (name, recording, earshot, target = null) =>
    toRowAlone({ name: `${name}, ${formatRecording(recording)}`, earshot, target })
  const each = (toRows) =>
    [...interactions].flatMap(([recording, found]) => toRows(recording, found))
  return [
    ...each((recording, { zoomed }) =>
      ['drawn', 'drawing'].flatMap((stage) => {
        const frames = of(zoomed, stage)
        const figure = (key) => (frames === fails ? fails : (frames?.[key] ?? null))
        const name = `ms a frame, zooming while it plays, ${stage}`
        return [
          row(`${name}, mean`, recording, figure('mean'), longestFrameMs),
          row(`${name}, median`, recording, figure('median')),
          row(`${name}, p95`, recording, figure('p95')),
          row(`${name}, worst`, recording, figure('worst')),
        ]
      }),
    ),
    ...each((recording, { cancelled }) => [
      row('cancel, ms, until it says so', recording, of(cancelled, 'said'), longestCancelMs),
      row(
        'cancel, ms, until nothing is decoded',
        recording,
        of(cancelled, 'decoding'),
        longestCancelMs,
      ),
    ]),
  ]
}
