import { createReadStream } from 'node:fs'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'

const library = fileURLToPath(import.meta.resolve('wavesurfer.js'))

/** What a page needs to play a file that it is given, and no more. */
const bare = `<!doctype html><title>bare</title><input type="file"><audio></audio>
<script>
  document.querySelector('input').onchange = ({ target }) => {
    const audio = document.querySelector('audio')
    audio.src = URL.createObjectURL(target.files[0])
    audio.play()
  }
</script>`

/**
 * wavesurfer.js as its readme has it. It says how far it is in the same attribute as Earshot; its element
 * is put into the page, where it is heard of when it plays.
 */
const wavesurfer = `<!doctype html><title>wavesurfer.js</title><input type="file"><div id="wave"></div>
<script type="module">
  import WaveSurfer from './wavesurfer.js'
  const place = document.querySelector('#wave')
  const wave = WaveSurfer.create({ container: place })
  document.body.append(wave.getMediaElement())
  wave.on('ready', () => (place.dataset.peaks = 'drawn'))
  document.querySelector('input').onchange = ({ target }) => {
    wave.loadBlob(target.files[0]).catch((error) => {
      place.textContent = error.message
      place.dataset.peaks = 'unavailable'
    })
    if (location.search === '?plays') wave.play()
  }
  place.dataset.peaks = 'none'
</script>`

const pages = { '/bare': bare, '/wavesurfer': wavesurfer }

/**
 * The pages that Earshot is measured beside, on a free port: `bare`, which plays what it is given and no
 * more, and `wavesurfer`, which plays, too, as `wavesurfer?plays`. `address` ends with a slash.
 */
export async function servePages() {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost')
    if (pages[pathname]) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pages[pathname])
    } else if (pathname === '/wavesurfer.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' })
      createReadStream(library).pipe(response)
    } else response.writeHead(404).end()
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  return {
    address: `http://localhost:${server.address().port}/`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
