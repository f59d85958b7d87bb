import { createVirtualBlob } from '#audio/seeking/virtual-file.ts'
import type { FrameIndex } from '#audio/frames/frame-index.ts'
import type { AudioReader } from '#audio/audio-reader.ts'
import type { Seeking } from '#state/app-state.ts'

/** An address of the same sound, in which seeks land where they are sent. */
export type ExactAddress =
  | { readonly kind: 'made'; readonly address: string; release(): void }
  | { readonly kind: 'impossible'; readonly seeking: Seeking }

/**
 * Puts the counted frames of a recording into an MP4 of which only the head is new: the frames are read where
 * they lie.
 */
export async function makeExactAddress(
  reader: AudioReader,
  { index, recording }: { index: FrameIndex; recording: Blob },
): Promise<ExactAddress> {
  const file = await reader.seekableFile(index)
  if (file.kind === 'impossible') return { kind: 'impossible', seeking: estimatedSeeking.kind }
  const address = URL.createObjectURL(await createVirtualBlob(file.parts, recording))
  // Firefox reads the parts of a Blob only for as long as somebody holds them.
  const held = new Set([recording])
  const release = () => {
    held.clear()
    URL.revokeObjectURL(address)
  }
  return { kind: 'made', address, release }
}

const roughly =
  'Seeks in this recording may land some seconds from where they should: it does not say where its times are'

/** Why seeks are not exact, and what can be done. */
export const estimatedSeeking = {
  kind: estimate(`${roughly}, and cannot be told to. Converted to M4A or WAV, it can.`),
  changes: estimate(
    `${roughly}, and its sound changes its kind on the way. Converted to M4A or WAV, it can.`,
  ),
  browser: estimate(`${roughly}, and this browser does not play it in a form that does.`),
  unread: estimate(`${roughly}, and this page may not read it. Download it, and open the file.`),
} satisfies Record<string, Seeking>

function estimate(why: string): Seeking {
  return { status: 'estimated', why }
}
