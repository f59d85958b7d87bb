import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

/** As a seek is to the probe: a click has reached the page. */
const answer = ({ target }) => target.dispatchEvent(new Event('seeking', { bubbles: true }))

const text = 'These are all of the words: goodbye.'
createRoot(document.getElementById('root')).render(createElement('p', { onClick: answer }, text))
