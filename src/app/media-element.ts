/**
 * Creates the media element of the page, for audio and films. A `<video>` plays audio as an `<audio>` does; an `<audio>`
 * shows no picture, and in Firefox refuses a film without sound. It is hidden until a view shows it (`ui/picture/`).
 */
export function createMediaElement(page: Document): HTMLVideoElement {
  const element = page.createElement('video')
  // Without this, iPhones play in full screen and hide the transcript.
  element.playsInline = true
  element.setAttribute('aria-label', 'Picture of the recording')
  page.body.append(element)
  return element
}
