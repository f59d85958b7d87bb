/**
 * Runs in a page, so it uses no variables of this module. Reads each file with a `<track>` of its own. The tree of a cue is
 * returned as a flat list of steps, so that its depth does not matter.
 *
 * @param {string[]} files in Base64
 * @param {number} timeoutMs time limit for a file
 * @returns {Promise<{ cues: object[] | null, outcome: string }[]>}
 */
export async function readInPage(files, timeoutMs) {
  return Promise.all(files.map(readFile))

  async function readFile(base64) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const address = URL.createObjectURL(new Blob([bytes], { type: 'text/vtt' }))
    const video = document.createElement('video')
    const track = document.createElement('track')
    video.append(track)
    document.body.append(video)
    const outcome = await new Promise((resolve) => {
      for (const kind of ['load', 'error']) track.addEventListener(kind, () => resolve(kind))
      setTimeout(() => resolve('nothing'), timeoutMs)
      track.src = address
      track.track.mode = 'hidden'
    })
    const cues = Array.from(track.track.cues ?? [], (cue) => ({
      // as text, for Infinity's sake
      start: String(cue.startTime),
      end: String(cue.endTime),
      text: cue.text,
      steps: stepsOf(cue.getCueAsHTML()),
    }))
    video.remove()
    URL.revokeObjectURL(address)
    return { cues, outcome }
  }

  function stepsOf(root) {
    const steps = []
    for (let node = root.firstChild; node !== null; node = nextOf(node, root, steps)) {
      if (node.nodeType === Node.TEXT_NODE) steps.push(['text', node.data])
      else if (node.nodeType === Node.PROCESSING_INSTRUCTION_NODE) steps.push(['stamp', node.data])
      else {
        const { title = '', lang = '' } = node
        steps.push(['open', node.localName, { title, lang }])
      }
    }
    return steps
  }

  function nextOf(node, root, steps) {
    if (node.firstChild !== null) return node.firstChild
    let at = node
    while (at !== root) {
      if (at.nodeType === Node.ELEMENT_NODE) steps.push(['close'])
      if (at.nextSibling !== null) return at.nextSibling
      at = at.parentNode
    }
    return null
  }
}
