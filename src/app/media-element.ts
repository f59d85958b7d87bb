/**
 * The one element that plays, sound and films alike, made once for the life of the page. A `<video>` plays
 * sound recordings as an `<audio>` does; an `<audio>` shows no picture, and in Firefox refuses a film
 * without sound. It waits in the page, unseen, for the view that shows it (`ui/picture/`).
 */
export function createMediaElement(page: Document): HTMLVideoElement {
  const element = page.createElement('video')
  // Or an iPhone leaves the text for a full screen of its own whenever it plays.
  element.playsInline = true
  element.setAttribute('aria-label', 'Picture of the recording')
  page.body.append(element)
  return element
}
