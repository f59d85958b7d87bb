/** `{text|word, start, end}`, as most recognisers write words. */
export const usualWords = {
  text: ['word', 'text', 'w', 'punctuated_word'],
  start: ['start', 'start_time'],
  end: ['end', 'end_time'],
  confidence: ['confidence', 'conf', 'probability', 'score', 'logprob'],
} as const
