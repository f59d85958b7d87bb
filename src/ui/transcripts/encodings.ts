/** Text encodings of transcripts, by region; labels of https://encoding.spec.whatwg.org/. */
export const encodings: readonly { readonly region: string; readonly labels: readonly string[] }[] =
  [
    { region: 'Unicode', labels: ['utf-8', 'utf-16le', 'utf-16be'] },
    { region: 'Western European', labels: ['windows-1252', 'iso-8859-15', 'macintosh'] },
    { region: 'Central European', labels: ['windows-1250', 'iso-8859-2'] },
    { region: 'Baltic', labels: ['windows-1257', 'iso-8859-13'] },
    {
      region: 'Cyrillic',
      labels: ['windows-1251', 'koi8-r', 'koi8-u', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic'],
    },
    { region: 'Greek', labels: ['windows-1253', 'iso-8859-7'] },
    { region: 'Turkish', labels: ['windows-1254'] },
    { region: 'Hebrew', labels: ['windows-1255', 'iso-8859-8'] },
    { region: 'Arabic and Persian', labels: ['windows-1256', 'iso-8859-6'] },
    { region: 'Thai', labels: ['windows-874'] },
    { region: 'Vietnamese', labels: ['windows-1258'] },
    { region: 'Chinese', labels: ['gb18030', 'big5'] },
    { region: 'Japanese', labels: ['shift_jis', 'euc-jp', 'iso-2022-jp'] },
    { region: 'Korean', labels: ['euc-kr'] },
  ]
