import {
  attributeOf,
  childOf,
  descendantsOf,
  textIn,
  type XmlElement,
} from '../../parsing/xml/tree.ts'

export interface TtmlHead {
  readonly title: string | undefined
  /** Names by their agents' ids; empty where an agent has none. */
  readonly agents: ReadonlyMap<string, string>
  /** Translated and transliterated lines that Apple keeps beside the text. */
  readonly translatedLines: number
}

export function readTtmlHead(tt: XmlElement): TtmlHead {
  const head = childOf(tt, 'head')
  const title = head === undefined ? undefined : descendantsOf(head, 'title')[0]
  const agents = new Map<string, string>()
  let translatedLines = 0
  if (head !== undefined) {
    for (const agent of descendantsOf(head, 'agent')) {
      const id = attributeOf(agent, 'id')
      if (id !== undefined) agents.set(id, oneLine(textIn(childOf(agent, 'name'))))
    }
    for (const name of ['translation', 'transliteration']) {
      for (const lines of descendantsOf(head, name)) {
        translatedLines += descendantsOf(lines, 'text').length
      }
    }
  }
  return { title: oneLine(textIn(title)) || undefined, agents, translatedLines }
}

/** Names for the ids in `ttm:agent`; those without one are told apart by their ids, where there are several. */
export function nameAgents(
  agents: ReadonlyMap<string, string>,
  used: ReadonlySet<string>,
): (ids: string | undefined) => string | undefined {
  const nameOf = (id: string) => {
    const name = agents.get(id)
    if (name !== undefined && name !== '') return name
    // v1, v2: singers in Apple Music; v1000 is all of them
    if (id === 'v1000') return 'All'
    const voice = /^v(\d+)$/.exec(id)
    if (voice === null) return id
    return used.size > 1 ? `Voice ${voice[1]}` : ''
  }
  return (ids) => {
    const names = (ids ?? '').split(/\s+/).filter((id) => id !== '')
    return names.map(nameOf).join(' & ') || undefined
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
