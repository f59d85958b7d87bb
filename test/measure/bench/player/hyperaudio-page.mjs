import { toHyperaudioParagraphs } from './transcript.mjs'

/** hyperaudio-lite as its README says: the options' object, its default options, its markup. */
export function hyperaudioPage({ count, recording, script }) {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>hyperaudio-lite</title>
    <style>
      body { font-family: serif; line-height: 1.5; }
      .hyperaudio-transcript { height: 600px; overflow-y: scroll; position: relative; }
      .hyperaudio-transcript .unread { color: #666; }
      .hyperaudio-transcript .read { color: #000; }
      .hyperaudio-transcript .active > .active { background-color: #ccf; }
      .speaker { font-weight: bold; }
      [data-m] { cursor: pointer; }
    </style>
  </head>
  <body>
    <audio id="hyperplayer" controls src="${recording}"></audio>
    <div id="hypertranscript" class="hyperaudio-transcript">
      <article>
        <section>
${toHyperaudioParagraphs(count)}
        </section>
      </article>
    </div>
    <script src="${script}"></script>
    <script>
      new HyperaudioLite({ transcript: 'hypertranscript', player: 'hyperplayer' })
    </script>
  </body>
</html>
`
}
