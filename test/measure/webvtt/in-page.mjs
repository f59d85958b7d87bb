/**
 * Runs in a page, and so sees nothing around it: what the browser makes of files, each through a
 * `<track>` of its own. A cue's tree comes as flat steps, so that depth costs nothing.
 *
 * @param {string[]} files in Base64
 * @param {number} patienceMs after which a file that never arrived is given up
 * @returns {Promise<{ cues: object[] | null, outcome: string }[]>}
 */
export async function readInPage(files, patienceMs) {
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
      setTimeout(() => resolve('nothing'), patienceMs)
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
