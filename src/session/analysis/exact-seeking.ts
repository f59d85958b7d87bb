import { createVirtualBlob } from '#audio/seeking/virtual-file.ts'
import type { FrameIndex } from '#audio/frames/frame-index.ts'
import type { AudioReader } from '#audio/audio-reader.ts'
import { changedFile } from '#sources/byte-sources.ts'
import type { Seeking } from '#state/app-state.ts'

/** An address of the same recording in which seeks are exact. */
export type ExactAddress =
  | { readonly kind: 'made'; readonly address: string; release(): void }
  | { readonly kind: 'impossible'; readonly seeking: Seeking }

/**
 * Makes a virtual MP4 of the counted frames of a recording: only its header is new, the frames are ranges of the
 * recording's bytes.
 */
export async function makeExactAddress(
  reader: AudioReader,
  { index, recording }: { index: FrameIndex; recording: Blob },
): Promise<ExactAddress> {
  const file = await reader.seekableFile(index)
  if (file.kind === 'impossible') return { kind: 'impossible', seeking: estimatedSeeking.kind }
  const address = URL.createObjectURL(await createVirtualBlob(file.parts, recording))
  // Firefox reads the parts of a Blob only while the Blob is referenced.
  const held = new Set([recording])
  const release = () => {
    held.clear()
    URL.revokeObjectURL(address)
  }
  return { kind: 'made', address, release }
}

const inexact = 'Seeks in this recording may land some seconds from where they should'

const convert = 'Convert it to M4A or WAV to seek exactly.'

/** Why seeks are not exact, and what can be done. */
export const estimatedSeeking = {
  kind: estimate(
    `${inexact}: it has no index of its times, and none can be made for its format. ${convert}`,
  ),
  changes: estimate(
    `${inexact}: it has no index of its times, and its audio format changes on the way. ${convert}`,
  ),
  browser: estimate(
    `${inexact}: it has no index of its times, and this browser does not play the form that has one. ${convert}`,
  ),
  unread: estimate(
    `${inexact}: it has no index of its times, and this page may not read it to make one. Download it, and open the file.`,
  ),
  unreadFile: estimate(
    `${inexact}: it has no index of its times, and this page cannot read it to make one. ${convert}`,
  ),
  full: estimate(
    `${inexact}: it has no index of its times, and this device has no room for the copy of which one is made. Free some space on the disk, then open it again.`,
  ),
  gone: estimate(
    `${inexact}: the file has been changed, moved or deleted since it was opened. Open it again.`,
  ),
} satisfies Record<string, Seeking>

/** Why a recording that cannot be read any further has no exact seeks. */
export function estimatedBecause(error: unknown, kind: 'file' | 'address'): Seeking {
  if (error instanceof Error && error.name === 'QuotaExceededError') return estimatedSeeking.full
  if (kind === 'address') return estimatedSeeking.unread
  const isGone = error instanceof Error && error.message === changedFile
  return isGone ? estimatedSeeking.gone : estimatedSeeking.unreadFile
}

function estimate(why: string): Seeking {
  return { status: 'estimated', why }
}
