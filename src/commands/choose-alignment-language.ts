import type { CommandContext } from './command-context.ts'

/** Of the shown transcript, BCP 47; `null`: the language of its file, or what the text looks like. */
export function chooseAlignmentLanguage(
  { store }: Pick<CommandContext, 'store'>,
  chosenLanguage: string | null,
) {
  const { transcripts, transcriptChanged } = store.getState()
  if (transcripts.shownId !== null) transcriptChanged(transcripts.shownId, { chosenLanguage })
}
