import { crc32, deflateRawSync } from 'node:zlib'
import { lettersOf } from './cell-address.ts'

/** A cell of a test: a text, a number, a truth, nothing, or the XML of its own. */
export type TestCell =
  | string
  | number
  | boolean
  | null
  | { readonly xml: (address: string) => string }

/** A sheet of a test. */
export interface TestSheet {
  readonly name: string
  /** Null for a row that is not there. */
  readonly rows: readonly (readonly TestCell[] | null)[]
  readonly merged?: readonly string[]
  readonly isHidden?: boolean
}

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** A day as Excel keeps it, shown as one. */
export const dayCell = (serial: number): TestCell => ({
  xml: (address) => `<c r="${address}" s="1"><v>${serial}</v></c>`,
})

/** A formula with what Excel worked out; without it nobody has. */
export const formulaCell = (value?: string): TestCell => ({
  xml: (address) =>
    `<c r="${address}"><f>1+2</f>${value === undefined ? '' : `<v>${value}</v>`}</c>`,
})

/** A formula that went wrong. */
export const errorCell = (error: string): TestCell => ({
  xml: (address) => `<c r="${address}" t="e"><f>1/0</f><v>${error}</v></c>`,
})

const cellXml = (cell: TestCell, address: string): string => {
  if (cell === null) return `<c r="${address}"/>`
  if (typeof cell === 'object') return cell.xml(address)
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${address}" t="b"><v>${Number(cell)}</v></c>`
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeText(cell)}</t></is></c>`
}

const sheetXml = ({ rows, merged = [] }: TestSheet): string => {
  const lines = rows.map((cells, at) => {
    if (cells === null) return ''
    const row = at + 1
    return `<row r="${row}">${cells.map((cell, place) => cellXml(cell, `${lettersOf(place + 1)}${row}`)).join('')}</row>`
  })
  const ranges = merged.map((range) => `<mergeCell ref="${range}"/>`).join('')
  const cells = ranges === '' ? '' : `<mergeCells count="${merged.length}">${ranges}</mergeCells>`
  return `<worksheet><sheetData>${lines.join('')}</sheetData>${cells}</worksheet>`
}

const relations = (entries: readonly (readonly [string, string])[]): string =>
  `<Relationships>${entries
    .map(([type, target], at) => `<Relationship Id="r${at}" Type="o/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** The parts of a workbook by their names. */
export const partsOf = (
  sheets: readonly TestSheet[],
  { isFrom1904 = false }: { readonly isFrom1904?: boolean } = {},
): ReadonlyMap<string, string> => {
  const listed = sheets.map(
    ({ name, isHidden = false }, at) =>
      `<sheet name="${escapeText(name)}" sheetId="${at + 1}"${isHidden ? ' state="hidden"' : ''} r:id="r${at}"/>`,
  )
  const kept = sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const)
  return new Map([
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `<workbook xmlns:r="r"><workbookPr date1904="${Number(isFrom1904)}"/><sheets>${listed.join('')}</sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', relations([...kept, ['styles', '/xl/styles.xml']])],
    [
      'xl/styles.xml',
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    ],
    ...sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)] as const),
  ])
}

/** What a test says wrongly of a part. */
export interface ZipLie {
  readonly name: string
  readonly bytes?: number
  readonly sum?: number
  readonly flags?: number
}

const fieldsOf = (name: string, text: string, lie: ZipLie | null) => {
  const content = Buffer.from(text)
  const packed = deflateRawSync(content)
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE((lie?.flags ?? 0) | 0x800, 2)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt32LE(lie?.sum ?? crc32(content), 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(lie?.bytes ?? content.length, 18)
  fields.writeUInt16LE(Buffer.byteLength(name), 22)
  return { fields, packed }
}

const uint = (value: number, bytes: 2 | 4): Buffer => {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUIntLE(value, 0, bytes)
  return buffer
}

/** Parts as one zip file. */
export const zipOf = (parts: ReadonlyMap<string, string>, lie: ZipLie | null = null): Buffer => {
  const files: Buffer[] = []
  const places: Buffer[] = []
  let at = 0
  for (const [name, text] of parts) {
    const { fields, packed } = fieldsOf(name, text, lie?.name === name ? lie : null)
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed])
    const head = [Buffer.from('PK\x01\x02'), uint(20, 2), fields, Buffer.alloc(10), uint(at, 4)]
    places.push(...head, Buffer.from(name))
    files.push(file)
    at += file.length
  }
  const directory = Buffer.concat(places)
  const counts = [uint(0, 4), uint(parts.size, 2), uint(parts.size, 2)]
  const end = [...counts, uint(directory.length, 4), uint(at, 4), uint(0, 2)]
  return Buffer.concat([...files, directory, Buffer.from('PK\x05\x06'), ...end])
}

/** A workbook with these sheets. */
export const workbookOf = (...sheets: readonly TestSheet[]): Buffer => zipOf(partsOf(sheets))
