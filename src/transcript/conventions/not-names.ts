/** Words that occur before a colon like a name, but are not names. Lower case. */
export const notNames: ReadonlySet<string> = new Set(
  `note notes nb warning caution attention tip tips hint important reminder remember update edit correction example
  examples chapter part section scene act episode title subtitle heading subject topic date time duration location
  place source sources credit credits copyright transcript transcription translation translated summary abstract
  introduction conclusion recap overview agenda contents step rule fact myth problem solution result results reason
  point todo ps p.s. fyi spoiler breaking question answer first second third fourth fifth finally next then also but
  and or so because however therefore meanwhile anyway again yes no well okay ok right look listen see here there this
  that these those it i you he she we they what why how when where who which today tomorrow yesterday now later
  ingredients directions instructions method notice disclaimer language kind style region http https ftp mailto www
  hinweis achtung beispiel anmerkung frage antwort remarque exemple nota ejemplo pregunta respuesta`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
