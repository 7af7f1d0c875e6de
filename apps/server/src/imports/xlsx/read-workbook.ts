import path from 'node:path'
import type { CellForms } from './cell-text.ts'
import { isDayFormat, plainText } from './cell-text.ts'
import type { Package } from './open-package.ts'
import { type Element, readWholeXml } from './read-xml.ts'
import { refuseFormat, refuseWorkbook } from './refuse-workbook.ts'

/** A sheet that people see. */
export interface Sheet {
  readonly name: string
  /** The part that it is kept in. */
  readonly part: string
}

/** What a workbook holds besides its cells. */
export interface Workbook {
  readonly sheets: readonly Sheet[]
  readonly forms: CellForms
}

interface Relation {
  readonly type: string
  readonly part: string
}

const relationsFile = (part: string): string =>
  path.posix.join(path.posix.dirname(part), '_rels', `${path.posix.basename(part)}.rels`)

/** What a part refers to, by the ids it uses. */
const readRelations = async (
  file: Package,
  part: string,
): Promise<ReadonlyMap<string, Relation>> => {
  const relations = new Map<string, Relation>()
  const place = relationsFile(part)
  if (!file.has(place)) throw refuseFormat(`no ${place}`)
  await readWholeXml(file.read(place), {
    open: ({ name, attributes }) => {
      const { Id: id, Type: type = '', Target: target, TargetMode: mode } = attributes
      if (name !== 'Relationship' || id === undefined || target === undefined) return
      if (mode === 'External') return
      const whole = path.posix.resolve('/', path.posix.dirname(part), target).slice(1)
      relations.set(id, { type: type.slice(type.lastIndexOf('/') + 1), part: whole })
    },
  })
  return relations
}

const partOfType = (relations: ReadonlyMap<string, Relation>, type: string): string | null =>
  [...relations.values()].find((relation) => relation.type === type)?.part ?? null

const relationIdOf = (attributes: Element['attributes']): string =>
  Object.entries(attributes).find(([name]) => /(?:^|:)id$/.test(name))?.[1] ?? ''

const readSheets = async (file: Package, part: string) => {
  const relations = await readRelations(file, part)
  const sheets: Sheet[] = []
  let isFrom1904 = false
  await readWholeXml(file.read(part), {
    open: ({ name, attributes }) => {
      if (name === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (name !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return
      const relation = relations.get(relationIdOf(attributes))
      if (relation?.type === 'worksheet') {
        sheets.push({ name: attributes.name ?? '', part: relation.part })
      }
    },
  })
  return { sheets, isFrom1904, relations }
}

/** All texts are held at once, so they are bounded apart. */
const TEXTS_AT_MOST = 128 << 20

/** The texts that cells point to; how they are pronounced is left out. */
const readTexts = async (file: Package, part: string | null): Promise<readonly string[]> => {
  if (part === null || !file.has(part)) return []
  const texts: string[] = []
  let [text, characters, isText, isSpoken] = ['', 0, false, false]
  await readWholeXml(file.read(part), {
    open: ({ name }) => {
      if (name === 'si') text = ''
      if (name === 'rPh') isSpoken = true
      isText = name === 't' && !isSpoken
    },
    close: (name) => {
      isText = false
      if (name === 'rPh') isSpoken = false
      if (name === 'si') texts.push(plainText(text))
    },
    text: (piece) => {
      if (!isText) return
      text += piece
      characters += piece.length
      if (characters > TEXTS_AT_MOST) throw refuseWorkbook('xlsx.too-large', { megabytes: 128 })
    },
  })
  return texts
}

const readDayStyles = async (file: Package, part: string | null): Promise<readonly boolean[]> => {
  if (part === null || !file.has(part)) return []
  const codes = new Map<number, string>()
  const styles: number[] = []
  let isInCellForms = false
  await readWholeXml(file.read(part), {
    open: ({ name, attributes }) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') isInCellForms = true
      if (name === 'xf' && isInCellForms) styles.push(Number(attributes.numFmtId ?? 0))
    },
    close: (name) => {
      if (name === 'cellXfs') isInCellForms = false
    },
  })
  return styles.map((id) => isDayFormat(id, codes.get(id) ?? null))
}

/** Reads what a workbook holds besides its cells. Throws AppError `invalid-input`. */
export const readWorkbook = async (file: Package): Promise<Workbook> => {
  const part = partOfType(await readRelations(file, ''), 'officeDocument')
  if (part === null) throw refuseFormat('no workbook in it')
  const { sheets, isFrom1904, relations } = await readSheets(file, part)
  const texts = await readTexts(file, partOfType(relations, 'sharedStrings'))
  const isDayStyle = await readDayStyles(file, partOfType(relations, 'styles'))
  return { sheets, forms: { texts, isDayStyle, isFrom1904 } }
}
