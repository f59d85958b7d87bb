import { createRequire } from 'node:module'
import { createTree, openTag } from './tree.mjs'

const require = createRequire(import.meta.url)
const { WebVTTParser } = require('webvtt-parser')
const parser = new WebVTTParser(require('webvtt-parser/html-entities.json'))

/** Reads a file with `webvtt-parser`, without trees, for comparison where browsers differ. */
export function readByThird({ bytes }) {
  const { cues } = parser.parse(new TextDecoder().decode(bytes))
  return cues.map(({ startTime, endTime, text }) => ({
    start: startTime,
    end: endTime,
    text: text.normalize('NFC'),
  }))
}

/** The tree of a single cue's text. */
export function treeByThird(text) {
  const { cues } = parser.parse(`WEBVTT\n\n00:00.000 --> 99:00:00.000\n${text}`)
  return toTree(cues[0].tree.children)
}

function toTree(children) {
  const tree = createTree()
  const add = (nodes) => {
    for (const { type, name, value = '', children } of nodes) {
      if (type === 'text') tree.text(value)
      else if (type === 'timestamp') tree.stamp(value)
      else {
        openTag(tree, name, value)
        add(children)
        tree.close()
      }
    }
  }
  add(children)
  return tree.toString()
}
