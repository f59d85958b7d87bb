import { createSourceLoader } from '../load-source.mjs'
import { createTree, openTag } from './tree.mjs'

/**
 * The app's own reader, as it is in `src/formats/readers/webvtt`, in Node. Of valid files it returns what the app
 * shows, after repairs; of others, the result of the first pass.
 *
 * @returns {Promise<{
 *   read: (file: import('./generate-file.mjs').TestFile) => Promise<import('./compare.mjs').ReadCue[]>,
 *   treeOf: (text: string) => Promise<string>,
 *   close: () => Promise<void>,
 * }>}
 */
export async function loadOurs() {
  const source = await createSourceLoader()
  const load = (path) => source.load(`src/formats/${path}.ts`)
  const { decodeText } = await load('parsing/encoding/decode')
  const { readBlocks } = await load('readers/webvtt/blocks')
  const { readCues } = await load('readers/webvtt/cues')
  const { specification } = await load('readers/webvtt/dialects')
  const { readCueText } = await load('readers/webvtt/cue-text-tree')
  const { loadReferences } = await load('parsing/cues/html-references')

  const treeOf = async (text) => {
    const tree = createTree()
    readCueText(text, await loadReferences(text), {
      text: tree.text,
      open: (tag, annotation) => openTag(tree, tag, annotation),
      close: tree.close,
      timestamp: tree.stamp,
      loose() {},
    })
    return tree.toString()
  }

  return {
    treeOf,
    async read({ name, bytes, isValid }) {
      const { text } = await decodeText(bytes, name, 'utf-8')
      const cues = isValid ? readCues(text, name).cues : cuesOf(text)
      const read = []
      for (const { start, end, text } of cues) {
        read.push({ start, end, text, tree: await treeOf(text) })
      }
      // as a text track orders its cues: https://html.spec.whatwg.org/#text-track-cue-order
      return read.sort((a, b) => a.start - b.start || b.end - a.end)
    },
    close: source.close,
  }

  function cuesOf(text) {
    return specification.findSignature(text) === null ? [] : readBlocks(text, specification).cues
  }
}
