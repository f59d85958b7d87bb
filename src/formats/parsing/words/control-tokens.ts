/** Removes the control tokens of recognisers, which are codes and not speech: `<|en|>`, `<|2.10|>`, `<end>`. */
export function withoutControlTokens(text: string): string {
  return text.includes('<') ? text.replace(/<\|[^|<>]{0,40}\|>|^\s*<(?:end|fin)>\s*$/g, '') : text
}
