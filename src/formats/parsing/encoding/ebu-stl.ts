/** Whether the bytes begin like a file of EBU Tech 3264: a code page, `STL25.01`, a display standard. */
export function isEbuStl(bytes: Uint8Array): boolean {
  return /^[\d ]{3}STL\d\d\.\d/.test(String.fromCharCode(...bytes.subarray(0, 11)))
}
