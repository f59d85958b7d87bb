import { alone, compared } from '../row.mjs'
import * as inChromium from './in-chromium.mjs'
import * as inNode from './in-node.mjs'
import { materials, sizes } from './material.mjs'

const [small, large] = sizes
const usualRounds = 3
/** For 20 MB of WebVTT, milliseconds. */
const longestReadingMs = 1000
/** 20 MB may take so many times what 1 MB takes. */
const mostGrowth = 22

/** Transcripts of 1 MB and 20 MB, beside `subtitle`, `media-captions` and Chromium's `<track>`. */
export const formats = {
  name: 'formats',
  async measure({ log, rounds: asked, nodeOnly }) {
    const rounds = asked ?? usualRounds
    const node = await inNode.measureInNode(materials, { rounds, log })
    const chromium = nodeOnly
      ? null
      : await inChromium.measureInChromium(materials, { rounds, log })
    const places = [
      ...(chromium ? [{ place: 'in the worker', times: chromium, isWorker: true }] : []),
      { place: 'in Node', times: node, isWorker: false },
    ]
    return {
      rows: places.flatMap(rowsOf),
      notes: [
        `Each number is the median of ${rounds} readings.`,
        ...places.map(speedsOf),
        ...(chromium ? [`- ${inChromium.definition}`] : []),
        `- ${inNode.definition}`,
      ],
    }
  },
}

function rowsOf({ place, times, isWorker }) {
  return materials.flatMap(({ name }) => {
    const time = (megabytes, reader = 'Earshot') =>
      times.get(inChromium.keyOf({ name, megabytes, reader }))
    const isTarget = isWorker && name === 'WebVTT'
    const subject = `${name} ${place}`
    const peers = ['subtitle', 'media-captions', '<track>'].filter(
      (peer) => time(large, peer) !== undefined,
    )
    return [
      alone({ name: `${subject}, ${small} MB, ms`, earshot: time(small) }),
      alone({
        name: `${subject}, ${large} MB, ms`,
        earshot: time(large),
        target: isTarget ? longestReadingMs : null,
      }),
      alone({
        name: `${subject}, time of ${large} MB over that of ${small} MB`,
        earshot: time(large) / time(small),
        target: isWorker ? mostGrowth : null,
      }),
      ...peers.flatMap((peer) =>
        sizes.map((megabytes) =>
          compared({
            name: `${subject}, ${megabytes} MB, ms, beside ${peer}`,
            earshot: time(megabytes),
            peer: time(megabytes, peer),
            target: peer === '<track>' ? 1 : null,
          }),
        ),
      ),
    ]
  })
}

function speedsOf({ place, times }) {
  const speeds = [...times].map(([key, ms]) => {
    const [, megabytes] = /(\d+) MB/.exec(key)
    return `${key}: ${((Number(megabytes) / ms) * 1000).toFixed(1)}`
  })
  return `- MB/s ${place}: ${speeds.join('; ')}.`
}
