import type { AskedPurpose } from '#state/alignment-slice.ts'
import type { CommandContext } from './command-context.ts'
import { speechWorkLanguage, speechWorkFor } from '#session/alignment/speech-work.ts'

/**
 * What a key asks for begins at once, save where it would load megabytes: then the page says first what that costs,
 * and it begins when it is asked for again. Loaded when such a key is pressed.
 */
export async function confirmDownload(
  context: Pick<CommandContext, 'store' | 'speechModels'>,
  purpose: AskedPurpose,
  begin: () => void,
): Promise<void> {
  const state = context.store.getState()
  const { alignment, document, recording } = state
  if (alignment.status === 'asked' && alignment.purpose === purpose) return begin()
  const need = await context.speechModels.need(
    speechWorkFor(purpose),
    speechWorkLanguage(purpose, state),
  )
  const now = context.store.getState()
  // Something else has been opened meanwhile.
  if (now.document !== document || now.recording !== recording) return
  if (!need || need.isKept || need.bytes === 0) return begin()
  const before = now.alignment.status === 'asked' ? now.alignment.before : now.alignment
  if (before.status === 'loading-model' || before.status === 'running') return
  now.alignmentReported({ status: 'asked', purpose, need, before })
}
