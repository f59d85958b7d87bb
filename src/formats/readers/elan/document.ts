import { asNumber } from '../../parsing/json/values.ts'
import {
  attributeOf,
  childOf,
  elementsOf,
  textIn,
  type XmlElement,
} from '../../parsing/xml/tree.ts'

export interface ElanTier {
  readonly id: string
  readonly participant: string
  readonly parent: string | undefined
  /** Constraint of the linguistic type: `Time_Subdivision`, `Included_In`, `Symbolic_Association`, … */
  readonly constraint: string
  readonly language: string | undefined
  readonly annotations: readonly ElanAnnotation[]
}

export interface ElanAnnotation {
  readonly id: string
  readonly value: string
  /** Time slots of an aligned annotation. */
  readonly slots: readonly [string, string] | null
  /** The parent of an annotation without time slots. */
  readonly ref: string | undefined
  readonly line: number
}

/** Milliseconds by the id of the time slot; `null` for slots without a value. */
export function slotsOf(root: XmlElement): Map<string, number | null> {
  const slots = new Map<string, number | null>()
  const order = childOf(root, 'TIME_ORDER')
  for (const slot of order === undefined ? [] : elementsOf(order, 'TIME_SLOT')) {
    const time = asNumber(attributeOf(slot, 'TIME_VALUE'))
    const isTime = time !== null && Number.isFinite(time) && time >= 0
    slots.set(attributeOf(slot, 'TIME_SLOT_ID') ?? '', isTime ? time : null)
  }
  return slots
}

/** Reads the tiers: https://www.mpi.nl/tools/elan/EAF_Annotation_Format_3.0_and_ELAN.pdf */
export function tiersOf(root: XmlElement): ElanTier[] {
  const constraints = new Map(
    elementsOf(root, 'LINGUISTIC_TYPE').map((type) => [
      attributeOf(type, 'LINGUISTIC_TYPE_ID') ?? '',
      attributeOf(type, 'CONSTRAINTS') ?? '',
    ]),
  )
  return elementsOf(root, 'TIER').map((tier) => ({
    id: attributeOf(tier, 'TIER_ID') ?? '',
    participant: attributeOf(tier, 'PARTICIPANT')?.trim() ?? '',
    parent: attributeOf(tier, 'PARENT_REF'),
    constraint: constraints.get(attributeOf(tier, 'LINGUISTIC_TYPE_REF') ?? '') ?? '',
    language: attributeOf(tier, 'LANG_REF'),
    annotations: elementsOf(tier, 'ANNOTATION').flatMap(annotationsOf),
  }))
}

function annotationsOf(annotation: XmlElement): ElanAnnotation[] {
  return elementsOf(annotation).map((element) => {
    const begin = attributeOf(element, 'TIME_SLOT_REF1')
    const end = attributeOf(element, 'TIME_SLOT_REF2')
    return {
      id: attributeOf(element, 'ANNOTATION_ID') ?? '',
      value: textIn(childOf(element, 'ANNOTATION_VALUE')).trim(),
      slots: begin === undefined || end === undefined ? null : [begin, end],
      ref: attributeOf(element, 'ANNOTATION_REF'),
      line: element.line,
    }
  })
}
