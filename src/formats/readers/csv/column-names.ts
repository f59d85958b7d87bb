export type Column =
  | 'start'
  | 'end'
  | 'duration'
  | 'timespan'
  | 'text'
  | 'word'
  | 'speaker'
  | 'confidence'
  | 'index'

/** Column names, in the languages of the programs and people that write such tables. */
const names: Readonly<Record<Column, string>> = {
  start: `start|start time|starttime|begin|begin time|begins|from|in|time in|tc in|in point|onset|tmin|xmin|time|
    timestamp|timecode|time code|start timecode|start timestamp|offset|startzeit|anfang|anfangszeit|beginn|von|zeit|
    zeitstempel|début|debut|temps|horodatage|inicio|desde|tiempo|inizio|início|tempo|begintijd|starttid|början|
    początek|начало|время|开始|开始时间|開始|開始時間|時間|时间|시작|시작 시간`,
  end: `end|end time|endtime|ends|stop|stop time|to|out|time out|tc out|out point|tmax|xmax|finish|end timecode|
    end timestamp|ende|endzeit|bis|fin|final|hasta|fine|fim|eindtijd|einde|sluttid|slut|koniec|конец|结束|结束时间|結束|
    終了|終了時間|끝|종료 시간`,
  duration: `duration|dur|length|dauer|länge|durée|duree|duración|duracion|durata|duração|duur|längd|длительность|时长|
    長さ`,
  timespan: `timespan|time span|time range|range|zeitspanne|intervalle de temps|intervalo de tiempo`,
  text: `text|transcript|transcription|caption|captions|subtitle|subtitles|content|contents|utterance|sentence|phrase|
    partial transcript|line|label|body|dialogue|dialog|speech|message|inhalt|untertitel|wortlaut|transkript|transkription|satz|texte|
    sous-titre|contenu|transcripción|texto|subtítulo|contenido|testo|sottotitolo|trascrizione|transcrição|legenda|
    conteúdo|tekst|napisy|текст|文本|内容|字幕|テキスト|텍스트`,
  word: `word|words|token|wort|mot|palabra|parola|palavra|woord|ord|słowo|слово|词|単語`,
  speaker: `speaker|speaker name|speaker label|speaker id|speakers|name|actor|voice|character|who|participant|person|
    sprecher|sprecherin|sprechende|person|redner|locuteur|locutrice|intervenant|orateur|hablante|orador|interlocutor|
    parlante|relatore|falante|spreker|talare|mówca|спикер|говорящий|说话人|讲话人|話者|発言者|화자`,
  confidence: `confidence|probability|score|konfidenz|confiance|confianza|confidenza`,
  index: `id|index|#|no|no.|nr|nr.|number|row|segment|segment id|cue|cue id|nummer|numéro|número|numero|序号`,
}

const columns: ReadonlyMap<string, Column> = new Map(
  Object.entries(names).flatMap(([column, spellings]) =>
    spellings.split('|').map((name) => [name.trim(), column as Column] as const),
  ),
)

export interface ColumnName {
  readonly column: Column
  /** The unit that the header names, or `null`. */
  readonly unit: 'seconds' | 'milliseconds' | null
}

/**
 * The meaning of a header cell such as `Start Time`, `start_ms`, `Ende (s)` or `startTime`; `null` if it is unknown.
 */
export function columnNamed(cell: string): ColumnName | null {
  const spelled = cell
    .slice(0, 60)
    .trim()
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[\s_:-]+/g, ' ')
    .trim()
  const found =
    /^(.*?)(?: ?[([](s|sec|secs|seconds?|sekunden|ms|msec|millis|milliseconds?|hh mm ss|hh mm ss ms)[)\]]| (s|sec|secs|seconds?|sekunden|ms|msec|millis|milliseconds?))?$/s.exec(
      spelled,
    )!
  const column = columns.get(found[1]!) ?? columns.get(spelled)
  if (column === undefined) return null
  const unit = found[2] ?? found[3] ?? ''
  return {
    column,
    unit: unit.startsWith('m') ? 'milliseconds' : unit.startsWith('s') ? 'seconds' : null,
  }
}
