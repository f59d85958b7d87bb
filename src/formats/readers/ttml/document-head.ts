import {
  attributeOf,
  childOf,
  descendantsOf,
  elementsOf,
  textIn,
  type XmlElement,
} from '../../parsing/xml/tree.ts'

export interface TtmlHead {
  readonly title: string | undefined
  /** Names by agent id; empty for agents without a name. */
  readonly agents: ReadonlyMap<string, string>
  /** How many translated and transliterated lines Apple's metadata contains. */
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
      if (id !== undefined) agents.set(id, nameOf(agent))
    }
    for (const name of ['translation', 'transliteration']) {
      for (const lines of descendantsOf(head, name)) {
        translatedLines += descendantsOf(lines, 'text').length
      }
    }
  }
  return { title: oneLine(textIn(title)) || undefined, agents, translatedLines }
}

/** The character of a dubbing script (DAPT) is called by its alias. */
function nameOf(agent: XmlElement): string {
  const names = elementsOf(agent, 'name')
  const isCharacter = attributeOf(agent, 'type') === 'character'
  const alias = names.find((name) => isCharacter && attributeOf(name, 'type') === 'alias')
  return oneLine(textIn(alias ?? names[0]))
}

/** Names for the ids in `ttm:agent`. If there are several agents, those without a name get their ids. */
export function nameAgents(
  agents: ReadonlyMap<string, string>,
  used: ReadonlySet<string>,
): (ids: string | undefined) => string | undefined {
  const nameById = (id: string) => {
    const name = agents.get(id)
    if (name !== undefined && name !== '') return name
    // Apple Music has singers v1, v2, …; v1000 means all of them
    if (id === 'v1000') return 'All'
    const voice = /^v(\d+)$/.exec(id)
    if (voice === null) return id
    return used.size > 1 ? `Voice ${voice[1]}` : ''
  }
  return (ids) => {
    const names = (ids ?? '').split(/\s+/).filter((id) => id !== '')
    return names.map(nameById).join(' & ') || undefined
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
