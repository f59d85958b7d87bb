import { cloudRecognisers } from './cloud-recognisers.ts'
import type { JsonListKind } from './kind.ts'
import { meetingServices } from './meeting-services.ts'
import { publishers } from './publishers.ts'
import { speechModels } from './speech-models.ts'
import { transcriptEditors } from './transcript-editors.ts'

/** Kinds of JSON that are lists of texts with times. Of two that fit a file, the first reads it. */
export const jsonListKinds: readonly JsonListKind[] = [
  ...cloudRecognisers,
  ...speechModels,
  ...meetingServices,
  ...transcriptEditors,
  ...publishers,
]
