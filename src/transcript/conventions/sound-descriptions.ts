/** Longer text is speech, not a stage direction. UTF-16 code units. */
export const longestSoundDescription = 200

/** Stems of words in sound descriptions, in the languages that the aligner supports. */
const stems = [
  'laugh|chuckl|giggl|applau|clap|cheer|boo(?:s|ing)$|music|singing|sings$|song|hum(?:s|ming)$|whistl|cough|sneez|sigh|gasp|groan|moan|sob|cry(?:ing)?$|cries$|scream|shout|yell|whisper',
  'sniff|yawn|snor|burp|breath|exhal|inhal|throat|paus|silen|beat$|sound|sfx|noise|static|bleep|beep|crosstalk|overlapping|inaudible|unintelligible|indiscernible|indistinct|unclear|redact|phonetic',
  'sic$|foreign|speaking|through|non-?english|phone|ring|knock|door|slam|bang|crash|explo|gunshot|siren|horn|honk|engine|bell|chim|tick|click|typing|footstep|rain|thunder|wind$|wave|bark|meow|bird|chatter|murmur|crowd|audience',
  'advert|commercial|break$|intro|outro|theme|jingle|credits|end$|continu|recess|off-?(?:mic|camera|screen|the-record)|on-?screen|voice-?over|v\\.?o\\.?$|o\\.?s\\.?$|archiv|video|audio|clip|tape|footage|begin|transcri',
  'rire|rit$|applaudi|musique|chant|toux|tousse|soupir|inaudible|silence|bruit|sonnerie|jingle',
  'risa|ríe|aplauso|música|canta|tos(?:e)?$|suspir|inaudible|silencio|ruido|sonido|risat|ride$|applaus|musica|canto|toss|sospir|incomprensibile|silenzio|rumor',
  'gelächter|lach|applaus|beifall|musik|gesang|singt$|hust|seufz|unverständlich|stille|geräusch|klingel|jubel',
  'riso|aplauso|tosse|suspiro|inaudível|silêncio|ruído|gelach|muziek|zingt$|hoest|zucht|onverstaanbaar|stilte|geluid',
  'смех|смеёт|смеет|аплодис|музык|поёт|поет$|кашл|вздох|вздыха|неразборчиво|тишин|шум|звук|пауз',
  'ضحك|تصفيق|موسيق|صوت|غناء|سعال|صمت|غير-?(?:مسموع|واضح)',
].join('|')
const sound = new RegExp(`^(?:${stems})`, 'iu')

/** First words of a spoken aside: "(he was laughing)". */
const aside =
  /^(?:i|i'm|he|she|we|you|they|it|it's|that|this|there|who|which|what|and|or|but|so|because|as|if|when|my|his|her|our|their|your|not|was|is|are|of|for|with|in|at|to|il|elle|je|nous|et|qui|que|er|sie|ich|wir|und|der|die|das|el|él|ella|y|que|lui|lei|che|hij|zij|en|он|она|и)$/i

/** Whether text in round brackets or between asterisks describes a sound; otherwise it is a spoken aside. */
export function isSoundDescription(inside: string, { isShouted }: { isShouted: boolean }): boolean {
  if (inside.length > longestSoundDescription) return false
  if (/^\s*\d{1,3}:\d\d(?::\d\d)?(?:[.,]\d+)?\s*$/.test(inside)) return true
  const words = inside.match(/[\p{L}\p{M}'’.-]+/gu) ?? []
  if (words.length === 0) return false
  if (isAllCapitals(inside) && !isShouted) {
    // a short word in capitals may be a spoken abbreviation: (NATO)
    return words.length > 1 || words[0]!.length > 6 || sound.test(words[0]!)
  }
  if (words.length > 5 || aside.test(words[0]!)) return false
  return sound.test(words[0]!) || sound.test(words.at(-1)!)
}

export const isAllCapitals = (text: string) => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
