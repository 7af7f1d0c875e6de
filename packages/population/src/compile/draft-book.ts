import { type FactDefinition, needKey, type Reference, yearMeant } from '@huiqi/engine'
import { type Arithmetic, arithmeticKey, arithmeticOf, type FormulaPlace } from './arithmetic.ts'
import { classesDraft, narrowedClasses } from './classes-draft.ts'
import { type CompileContext, resolveStatedCode } from './compile-context.ts'
import { AFTER_NEVER, cutKey } from './cut.ts'
import type { DerivationDraft, Draft, DraftBook } from './draft.ts'
import { logicOf } from './logic-draft.ts'
import { scoreDraft } from './score-draft.ts'
import { titleLogic } from './title-logic.ts'

const ENGINE: DerivationDraft = { kind: 'engine' }

const NUMBERS: readonly FactDefinition['type'][] = ['money', 'rate', 'count', 'number']

type Formula = {
  readonly text: string
  readonly type: FactDefinition['type']
  readonly place: FormulaPlace
}

const ofFormula = (
  context: CompileContext,
  book: DraftBook,
  { text, type, place }: Formula,
): DerivationDraft => {
  if (NUMBERS.includes(type)) {
    const expression = arithmeticOf(context, text, place)
    return expression === null ? ENGINE : { kind: 'arithmetic', expression }
  }
  const tree = type === 'boolean' ? logicOf(context, book, { text, place }) : null
  return tree === null ? ENGINE : { kind: 'logic', tree }
}

const tableNamed = <Table>(tables: ReadonlyMap<string, Table>, id: string): Table => {
  const table = tables.get(id)
  if (table === undefined) throw new RangeError(`unknown table: ${id}`)
  return table
}

const derivationOf = (
  context: CompileContext,
  book: DraftBook,
  { definition, year }: { readonly definition: FactDefinition; readonly year: number | null },
): DerivationDraft | null => {
  const { derivation, type, period } = definition
  if (derivation === null) return null
  const { classTables, scoreTables } = context.rulebook
  switch (derivation.kind) {
    case 'formula':
      return ofFormula(context, book, {
        text: derivation.formula,
        type,
        place: { context: period, year },
      })
    case 'class-table':
      return classesDraft(context, book, tableNamed(classTables, derivation.table))
    case 'score': {
      const table = tableNamed(scoreTables, derivation.table)
      return scoreDraft(context, book, { table, group: derivation.group })
    }
    case 'validity':
      return { kind: 'logic', tree: titleLogic(context, book, derivation.qualification) }
  }
}

/** Codes that, when stated, leave open which of the codes below them is meant. */
const heldOpen = (context: CompileContext, { id, codes }: FactDefinition): Draft['narrowed'] => {
  const index = codes === null ? undefined : context.rulebook.codeLists.get(codes)
  return (index?.list.codes ?? []).flatMap(({ code }) => {
    const resolved = resolveStatedCode(context, id, code)
    const possible = resolved.kind === 'open' ? resolved.possible : null
    return possible?.kind === 'codes' ? [possible.codes] : []
  })
}

const narrowedOf = (context: CompileContext, definition: FactDefinition): Draft['narrowed'] => {
  const { derivation } = definition
  const held = heldOpen(context, definition)
  if (derivation?.kind !== 'class-table') return held
  return [...held, ...narrowedClasses(tableNamed(context.rulebook.classTables, derivation.table))]
}

/** The drafts of a program in the order in which their values can be worked out. */
export interface OpenDraftBook extends DraftBook {
  readonly drafts: readonly Draft[]
}

const POINT: FormulaPlace = { context: 'point', year: null }

/** An empty book. */
export const openDraftBook = (context: CompileContext): OpenDraftBook => {
  const drafts: Draft[] = []
  const byKey = new Map<string, Draft>()
  const { rulebook, clock } = context

  const add = (key: string, draft: Omit<Draft, 'place' | 'key' | 'cuts' | 'members'>): Draft => {
    const cuts = new Map(draft.type === 'date' ? [[cutKey(AFTER_NEVER), AFTER_NEVER]] : [])
    const made = { ...draft, key, place: drafts.length, cuts, members: new Map() }
    drafts.push(made)
    byKey.set(key, made)
    return made
  }

  const plain = (key: string, source: Draft['source'], derivation: DerivationDraft | null): Draft =>
    byKey.get(key) ??
    add(key, { derivation, source, type: 'number', isRanged: false, narrowed: [], index: null })

  const ofFact: DraftBook['ofFact'] = (fact, year, view) => {
    const definition = rulebook.facts.get(fact)
    if (!definition) throw new RangeError(`unknown fact: ${fact}`)
    const isRanged = view === 'range' && definition.derivation?.kind === 'score'
    const apart = view === 'group' ? ' #' : isRanged ? ' ~' : ''
    const key = `${needKey({ fact, year })}${apart}`
    return (
      byKey.get(key) ??
      add(key, {
        derivation: derivationOf(context, book, { definition, year }),
        source: { kind: 'fact', fact, year },
        type: definition.type,
        isRanged,
        narrowed: narrowedOf(context, definition),
        index:
          definition.codes === null ? null : (rulebook.codeLists.get(definition.codes) ?? null),
      })
    )
  }

  const ofFormulaReference = (reference: Extract<Reference, { kind: 'formula' }>): Draft => {
    const { formula, type } = reference
    const key = `= ${type} ${formula}`
    return (
      byKey.get(key) ??
      add(key, {
        derivation: ofFormula(context, book, { text: formula, type, place: POINT }),
        source: { kind: 'formula', reference },
        type,
        isRanged: false,
        narrowed: [],
        index: null,
      })
    )
  }

  const book: OpenDraftBook = {
    drafts,
    ofFact,
    ofReference: (reference, view) => {
      if (reference.kind === 'formula') return ofFormulaReference(reference)
      const year = reference.year === null ? null : yearMeant(clock, reference.year)
      return ofFact(reference.fact, year, view)
    },
    ofThing: (kind) => plain(`has ${kind}`, { kind: 'thing', of: kind }, null),
    ofDifference: (left, right) => {
      const expression: Arithmetic = { kind: 'difference', left, right }
      const key = `- ${arithmeticKey(expression)}`
      return plain(key, { kind: 'part' }, { kind: 'arithmetic', expression })
    },
  }
  return book
}
