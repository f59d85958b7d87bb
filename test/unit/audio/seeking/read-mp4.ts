/** A simple reader of the sample tables of an MP4, to check the writer with. */
export function readMp4(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const boxes = new Map<string, { at: number; end: number }>()
  const containers = new Set(['moov', 'trak', 'edts', 'mdia', 'minf', 'dinf', 'stbl'])
  function walk(from: number, to: number) {
    for (let at = from; at < to;) {
      const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
      const size = view.getUint32(at)
      if (size === 1) boxes.set(type, { at: at + 16, end: at + Number(view.getBigUint64(at + 8)) })
      else boxes.set(type, { at: at + 8, end: at + size })
      if (containers.has(type)) walk(at + 8, at + size)
      if (type === 'mdat') return
      if (size < 8) throw new Error(`${type} has ${size} bytes`)
      at += size
    }
  }
  walk(0, bytes.length)
  const word = (type: string, at: number) => view.getUint32(boxes.get(type)!.at + at)
  const long = (type: string, at: number) => Number(view.getBigUint64(boxes.get(type)!.at + at))

  const sampleCount = word('stsz', 8)
  const sizeOf = (sample: number) => word('stsz', 4) || word('stsz', 12 + sample * 4)
  const isLarge = boxes.has('co64')
  const chunkCount = word(isLarge ? 'co64' : 'stco', 4)
  const placeOf = (chunk: number) =>
    isLarge ? long('co64', 8 + chunk * 8) : word('stco', 8 + chunk * 4)

  const samples: { at: number; size: number }[] = []
  for (let chunk = 0, entry = 0; chunk < chunkCount; chunk++) {
    const entries = word('stsc', 4)
    if (entry + 1 < entries && word('stsc', 8 + (entry + 1) * 12) === chunk + 1) entry++
    let at = placeOf(chunk)
    for (let left = word('stsc', 12 + entry * 12); left > 0; left--) {
      const size = sizeOf(samples.length)
      samples.push({ at, size })
      at += size
    }
  }
  return {
    boxes,
    samples,
    sampleCount,
    timescale: word('mdhd', 20),
    mediaDuration: long('mdhd', 24),
    edit: boxes.has('elst') ? { duration: long('elst', 8), start: long('elst', 16) } : null,
    timing: { count: word('stts', 8), delta: word('stts', 12) },
    data: boxes.get('mdat')!,
  }
}
