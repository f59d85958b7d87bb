/** Language tags by the codes of EBU Tech 3264, in the order of the codes from 01 on. */
const tags =
  `sq br ca hr cy cs da de en es eo et eu fo fr fy ga gd gl is it se la lv lb lt hu mt nl no oc pl pt ro rm sr sk
  sl fi sv tr nl wa`.split(/\s+/)

/** The language of a code such as `08`, hexadecimal; `undefined` if it is not known. */
export function languageOfCode(code: string): string | undefined {
  return /^[\da-f]{2}$/i.test(code) ? tags[Number.parseInt(code, 16) - 1] : undefined
}
