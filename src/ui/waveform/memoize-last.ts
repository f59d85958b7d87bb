/** Remembers the last result, for as long as the arguments are the same. */
export function memoizeLast<Asked extends readonly unknown[], Answer>(
  find: (...asked: Asked) => Answer,
): (...asked: Asked) => Answer {
  let last: { asked: Asked; answer: Answer } | null = null
  return (...asked) => {
    if (!last || asked.some((part, at) => part !== last!.asked[at])) {
      last = { asked, answer: find(...asked) }
    }
    return last.answer
  }
}
