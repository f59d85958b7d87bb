import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { strToU8, zipSync } from 'fflate'

/** `node test/make/daisy/make.mjs`: writes the DAISY books of the fixtures again, without their audio. */
const folder = fileURLToPath(new URL('../../fixtures/transcripts/', import.meta.url))
const date = new Date('2026-01-01T00:00:00Z')

const audio = 'The audio is left out of this fixture.'

/** DAISY 2.02: a contents page, SMIL 1 with `npt=`, pages in windows-1252, a folder around all. */
const older = {
  'Weir/default.css': 'body { margin: 1em }',
  'Weir/ncc.html': `<?xml version="1.0" encoding="windows-1252"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<title>The little weir</title>
<meta name="dc:title" content="The little weir"/>
<meta name="dc:language" content="en-IE"/>
<meta name="ncc:multimediaType" content="audioFullText"/>
</head>
<body>
<h1 class="title" id="n1"><a href="one.smil#p1">The little weir</a></h1>
<h1 id="n2"><a href="one.smil#p2">One</a></h1>
<span class="page-normal" id="n3"><a href="two.smil#p5">2</a></span>
<h1 id="n4"><a href="two.smil#p6">Two</a></h1>
</body>
</html>
`,
  'Weir/one.smil': `<?xml version="1.0"?>
<!DOCTYPE smil PUBLIC "-//W3C//DTD SMIL 1.0//EN" "http://www.w3.org/TR/REC-smil/SMIL10.dtd">
<smil>
<head><meta name="title" content="One"/><layout><region id="textView"/></layout></head>
<body><seq dur="11.5s">
<par endsync="last" id="p1"><text src="text.html#t1" id="x1"/><seq><audio src="book.mp3" clip-begin="npt=0.000s" clip-end="npt=1.750s" id="a1"/></seq></par>
<par endsync="last" id="p2"><text src="text.html#t2" id="x2"/><seq><audio src="book.mp3" clip-begin="npt=1.750s" clip-end="npt=2.500s" id="a2"/></seq></par>
<par endsync="last" id="p3"><text src="text.html#t3" id="x3"/><seq><audio src="book.mp3" clip-begin="npt=2.500s" clip-end="npt=5.000s" id="a3"/><audio src="book.mp3" clip-begin="npt=5.000s" clip-end="npt=6.250s" id="a4"/></seq></par>
<par endsync="last" id="p4"><text src="text.html#t4" id="x4"/><seq><audio src="book.mp3" clip-begin="npt=6.250s" clip-end="npt=9.000s" id="a5"/></seq></par>
</seq></body>
</smil>
`,
  'Weir/two.smil': `<?xml version="1.0"?>
<smil>
<body><seq>
<par id="p5"><text src="text.html#t5"/><audio src="book.mp3" clip-begin="npt=9.000s" clip-end="npt=9.500s"/></par>
<par id="p6"><text src="text.html#t6"/><audio src="book.mp3" clip-begin="npt=9.500s" clip-end="npt=10.250s"/></par>
<par id="p7"><text src="text.html#t7"/><audio src="book.mp3" clip-begin="npt=10.250s" clip-end="npt=12.000s"/></par>
</seq></body>
</smil>
`,
  'Weir/text.html': `<?xml version="1.0" encoding="windows-1252"?>
<html xmlns="http://www.w3.org/1999/xhtml">
<head><title>The little weir</title></head>
<body>
<h1 id="t1">The little weir</h1>
<h1 id="t2">One</h1>
<p><span id="t3">Se\xe1n came down
to the weir at six.</span> <span id="t4">The water was \x93as high as the wall\x94.</span></p>
<span class="page-normal" id="t5">2</span>
<h1 id="t6">Two</h1>
<p><span id="t7">Nobody else was there.</span></p>
</body>
</html>
`,
  'Weir/book.mp3': audio,
}

/** DAISY 3: a package document, SMIL 2, DTBook; a recording for each chapter, and a passage that the text lacks. */
const newer = {
  'book.opf': `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://openebook.org/namespaces/oeb-package/1.0/" unique-identifier="uid">
<metadata><dc-metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:Title>Night of the small boat</dc:Title><dc:Language>en</dc:Language><dc:Format>ANSI/NISO Z39.86-2005</dc:Format>
</dc-metadata></metadata>
<manifest>
<item id="text" href="text/book.xml" media-type="application/x-dtbook+xml"/>
<item id="s2" href="smil/two.smil" media-type="application/smil"/>
<item id="s1" href="smil/one.smil" media-type="application/smil"/>
</manifest>
<spine><itemref idref="s1"/><itemref idref="s2"/></spine>
</package>
`,
  'smil/one.smil': `<smil xmlns="http://www.w3.org/2001/SMIL20/"><body><seq>
<par id="a"><text src="../text/book.xml#h1"/><audio src="../audio/one.mp3" clipBegin="0:00:00.000" clipEnd="0:00:02.000"/></par>
<par id="b"><text src="../text/book.xml#s1"/><audio src="../audio/one.mp3" clipBegin="0:00:02.000" clipEnd="0:00:04.500"/></par>
<par id="c"><text src="../text/book.xml#gone"/><audio src="../audio/one.mp3" clipBegin="0:00:04.500" clipEnd="0:00:05.000"/></par>
</seq></body></smil>
`,
  'smil/two.smil': `<smil xmlns="http://www.w3.org/2001/SMIL20/"><body><seq>
<par id="d"><text src="../text/book.xml#s2"/><audio src="../audio/two.mp3" clipBegin="0s" clipEnd="3s"/></par>
</seq></body></smil>
`,
  'text/book.xml': `<?xml version="1.0" encoding="utf-8"?>
<dtbook xmlns="http://www.daisy.org/z3986/2005/dtbook/" version="2005-3" xml:lang="en">
<book><bodymatter><level1>
<h1 id="h1">The boat</h1>
<p><sent id="s1">It put out at four o'clock.</sent></p>
<p><sent id="s2">It could carry eleven people and a goat.</sent></p>
</level1></bodymatter></book>
</dtbook>
`,
  'audio/one.mp3': audio,
  'audio/two.mp3': audio,
}

function write(path, files) {
  const latin1 = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
  const entries = Object.entries(files).map(([name, text]) => [
    name,
    [text.includes('windows-1252') ? latin1(text) : strToU8(text), { mtime: date }],
  ])
  const bytes = zipSync(Object.fromEntries(entries))
  writeFileSync(folder + path, bytes)
  console.log(`${path}: ${bytes.length.toLocaleString('en')} bytes`)
}

mkdirSync(`${folder}daisy`, { recursive: true })
write('daisy/two-smil-files-in-a-folder.zip', older)
write('daisy/two-recordings-and-dtbook.zip', newer)
writeFileSync(`${folder}refused/ncc.html`, older['Weir/ncc.html'].replace('windows-1252', 'utf-8'))
writeFileSync(`${folder}refused/dtbook.xml`, newer['text/book.xml'])
writeFileSync(`${folder}refused/book.opf`, newer['book.opf'])
writeFileSync(`${folder}refused/times-of-a-book.smil`, newer['smil/one.smil'])
