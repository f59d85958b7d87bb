/** A name or title from outside on one line, without control and bidirectional characters, which would garble what is around it. */
export const plainName = (name: string) =>
  name.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
