/** Characters from 0x80 on of the encodings of DOS that browsers do not decode. */
const upper: Readonly<Record<string, string>> = {
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  cp852:
    'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0',
}

/** The text of bytes in `cp850` or `cp852`; `null` for any other encoding. */
export function decodeDos(bytes: Uint8Array, encoding: string): string | null {
  const letters = upper[encoding.toLowerCase()]
  if (letters === undefined) return null
  const pieces: string[] = []
  const size = 8192
  for (let from = 0; from < bytes.length; from += size) {
    pieces.push(String.fromCharCode(...bytes.subarray(from, from + size)))
  }
  return pieces.join('').replace(/[\u0080-\u00ff]/g, (sign) => letters[sign.charCodeAt(0) - 0x80]!)
}
