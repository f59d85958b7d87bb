import type { Format } from './format.ts'
import { commonFormats } from './common.ts'
import { edxSjson } from './edx-sjson/index.ts'
import { macwhisper } from './macwhisper/index.ts'
import { jsonLists } from './json-lists/index.ts'
import { podcastingJson } from './podcasting-json/index.ts'
import { otranscribe } from './otranscribe/index.ts'
import { whisperCpp } from './whisper-cpp/index.ts'
import { transformersJson } from './transformers-json/index.ts'
import { awsTranscribe } from './aws-transcribe/index.ts'
import { awsCallAnalytics } from './aws-call-analytics/index.ts'
import { bedrockAudio } from './bedrock-audio/index.ts'
import { googleStt } from './google-stt/index.ts'
import { azureSpeech } from './azure-speech/index.ts'
import { deepgram } from './deepgram/index.ts'
import { assemblyai } from './assemblyai/index.ts'
import { revAi } from './rev-ai/index.ts'
import { speechmatics } from './speechmatics/index.ts'
import { watson } from './watson/index.ts'
import { kaldiJson } from './kaldi-json/index.ts'
import { gentle } from './gentle/index.ts'
import { digitalPaperEdit } from './digital-paper-edit/index.ts'
import { youtubeJson3 } from './youtube-json3/index.ts'
import { aeneasJson } from './aeneas-json/index.ts'
import { webAnnotation } from './web-annotation/index.ts'
import { whisperJson } from './whisper-json/index.ts'
import { unknownJson } from './unknown-json/index.ts'
import { microdvd } from './microdvd/index.ts'
import { subviewer } from './subviewer/index.ts'
import { sbv } from './sbv/index.ts'
import { ttml } from './ttml/index.ts'
import { elan } from './elan/index.ts'
import { aeneasXml } from './aeneas-xml/index.ts'
import { readalong } from './readalong/index.ts'
import { ohms } from './ohms/index.ts'
import { smil } from './smil/index.ts'
import { youtubeXml } from './youtube-xml/index.ts'
import { exmaralda } from './exmaralda/index.ts'
import { transcriber } from './transcriber/index.ts'
import { folker } from './folker/index.ts'
import { flextext } from './flextext/index.ts'
import { tei } from './tei/index.ts'
import { podloveTranscripts } from './podlove-transcripts/index.ts'
import { podloveChapters } from './podlove-chapters/index.ts'
import { usf } from './usf/index.ts'
import { fcpxml } from './fcpxml/index.ts'
import { scc } from './scc/index.ts'
import { sami } from './sami/index.ts'
import { realtext } from './realtext/index.ts'
import { ebuStl } from './ebu-stl/index.ts'
import { spruceStl } from './spruce-stl/index.ts'
import { jacosub } from './jacosub/index.ts'
import { mpl2 } from './mpl2/index.ts'
import { avidCaption } from './avid-caption/index.ts'
import { ultrastar } from './ultrastar/index.ts'
import { ctm } from './ctm/index.ts'
import { stm } from './stm/index.ts'
import { mlf } from './mlf/index.ts'
import { chat } from './chat/index.ts'
import { elanTab } from './elan-tab/index.ts'
import { chapterList } from './chapter-list/index.ts'
import { rtf } from './rtf/index.ts'
import { odt } from './odt/index.ts'
import { noscribeHtml } from './noscribe-html/index.ts'
import { sppas } from './sppas/index.ts'
import { hyperaudioHtml } from './hyperaudio-html/index.ts'
import { podcastingHtml } from './podcasting-html/index.ts'
import { textgrid } from './textgrid/index.ts'
import { lrc } from './lrc/index.ts'
import { ass } from './ass/index.ts'
import { aeneasText } from './aeneas-text/index.ts'
import { audacity } from './audacity/index.ts'
import { csv } from './csv/index.ts'
import { daisy } from './daisy/index.ts'
import { epub } from './epub/index.ts'
import { docx } from './docx/index.ts'
import { pdf } from './pdf/index.ts'
import { markdown } from './markdown/index.ts'
import { html } from './html/index.ts'
import { timedText } from './timed-text/index.ts'
import { plainText } from './plain-text/index.ts'

/** All formats that are read. If two are equally sure of a file, the earlier one reads it. */
export const formats: readonly Format[] = [
  ...commonFormats,
  edxSjson,
  macwhisper,
  ...jsonLists,
  podcastingJson,
  otranscribe,
  whisperCpp,
  transformersJson,
  awsTranscribe,
  awsCallAnalytics,
  bedrockAudio,
  googleStt,
  azureSpeech,
  deepgram,
  assemblyai,
  revAi,
  speechmatics,
  watson,
  kaldiJson,
  gentle,
  digitalPaperEdit,
  youtubeJson3,
  aeneasJson,
  webAnnotation,
  whisperJson,
  unknownJson,
  microdvd,
  subviewer,
  sbv,
  ttml,
  elan,
  aeneasXml,
  readalong,
  ohms,
  smil,
  youtubeXml,
  exmaralda,
  transcriber,
  folker,
  flextext,
  tei,
  podloveTranscripts,
  podloveChapters,
  usf,
  fcpxml,
  scc,
  sami,
  realtext,
  ebuStl,
  spruceStl,
  jacosub,
  mpl2,
  avidCaption,
  ultrastar,
  ctm,
  stm,
  mlf,
  chat,
  elanTab,
  chapterList,
  rtf,
  odt,
  noscribeHtml,
  sppas,
  hyperaudioHtml,
  podcastingHtml,
  textgrid,
  lrc,
  ass,
  aeneasText,
  audacity,
  csv,
  daisy,
  epub,
  docx,
  pdf,
  markdown,
  html,
  timedText,
  plainText,
]
