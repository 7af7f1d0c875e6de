import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AppError } from '@huiqi/domain'
import { afterAll, describe, expect, test } from 'vitest'
import {
  dayCell,
  errorCell,
  formulaCell,
  partsOf,
  type TestSheet,
  workbookOf,
  zipOf,
} from './workbook.fixture.ts'
import { xlsxSource } from './xlsx-source.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'huiqi-xlsx-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const fileOf = (content: Buffer): string => {
  files += 1
  const place = path.join(folder, `${files}.xlsx`)
  writeFileSync(place, content)
  return place
}

const read = async (content: Buffer) => {
  const source = await xlsxSource(fileOf(content))
  const rows: unknown[] = []
  const faults: unknown[] = []
  const places: (readonly unknown[])[] = []
  for await (const batch of source.batches) {
    for (let row = 0; row < batch.rows; row += 1) {
      rows.push(source.columns.map((_, column) => batch.cell(row, column)))
      faults.push(batch.faultOf(row))
      places.push([batch.lineOf(row), batch.placeOf?.(row, 0), batch.placeOf?.(row, null)])
    }
  }
  return { names: source.columns.map(({ name }) => name), count: source.rows, rows, faults, places }
}

const refusalOf = async (content: Buffer, bytes?: number) => {
  const limits = bytes === undefined ? undefined : { bytes, parts: 100 }
  try {
    await xlsxSource(fileOf(content), limits)
  } catch (error) {
    if (error instanceof AppError && 'issues' in error.params) return error.params.issues[0]
    throw error
  }
  throw new Error('not refused')
}

const sheet = (rows: TestSheet['rows'], more: Partial<TestSheet> = {}): TestSheet => ({
  name: '名单',
  rows,
  ...more,
})

describe('cells', () => {
  test.each([
    ['a number', 8600, '8600'],
    ['a sum of decimals', 0.1 + 0.2, '0.3'],
    ['a tiny number', 0.00000012, '0.00000012'],
    ['a negative tiny number', -1.5e-9, '-0.0000000015'],
    ['a huge number', 1.5e21, '1500000000000000000000'],
    ['a number as text', ' 8,600 ', '8,600'],
    ['a truth', true, 'true'],
    ['a falsehood', false, 'false'],
    ['an escaped text', '甲 & <乙>', '甲 & <乙>'],
    ['a coded character', 'a_x000D_b', 'a\rb'],
    ['a day', dayCell(45_366), '2024-03-15'],
    ['a day with a time', dayCell(45_366.5), '2024-03-15 12:00:00'],
    ['the first day', dayCell(1), '1900-01-01'],
    ['the day before the leap day that never was', dayCell(59), '1900-02-28'],
    ['the leap day that never was', dayCell(60), '60'],
    ['the day after it', dayCell(61), '1900-03-01'],
    ['a number that is no day', dayCell(-1), '-1'],
    ['a formula', formulaCell('3'), '3'],
    ['nothing', null, ''],
  ])('%s', async (_, cell, text) => {
    const { rows, faults } = await read(
      workbookOf(
        sheet([
          ['uscc', 'x'],
          ['1', cell],
        ]),
      ),
    )
    expect([rows, faults]).toEqual([[['1', text]], [null]])
  })

  test('texts that are kept apart are joined, and how they are spoken is left out', async () => {
    const parts = new Map(
      partsOf([sheet([['uscc'], [{ xml: (at) => `<c r="${at}" t="s"><v>1</v></c>` }]])]),
    )
    const texts =
      '<sst><si><t>no</t></si><si><r><t>甲</t></r><r><t xml:space="preserve"> 乙</t></r><rPh sb="0" eb="1"><t>jia</t></rPh></si></sst>'
    parts.set('xl/sharedStrings.xml', texts)
    const relations = parts.get('xl/_rels/workbook.xml.rels') ?? ''
    parts.set(
      'xl/_rels/workbook.xml.rels',
      relations.replace(
        '</',
        '<Relationship Id="s" Type="o/sharedStrings" Target="sharedStrings.xml"/></',
      ),
    )
    expect((await read(zipOf(parts))).rows).toEqual([['甲 乙']])
  })

  test('days count from 1904 where the workbook says so', async () => {
    const parts = partsOf([sheet([['d'], [dayCell(0)], [dayCell(45_366 - 1462)]])], {
      isFrom1904: true,
    })
    expect((await read(zipOf(parts))).rows).toEqual([['1904-01-01'], ['2024-03-15']])
  })

  test.each([
    [
      'an error',
      errorCell('#DIV/0!'),
      { code: 'xlsx.error', params: { cell: '名单!B2', found: '#DIV/0!' } },
    ],
    [
      'a formula nobody worked out',
      formulaCell(),
      { code: 'xlsx.formula', params: { cell: '名单!B2', found: '' } },
    ],
  ])('%s is a fault of its row', async (_, cell, fault) => {
    const { faults } = await read(
      workbookOf(
        sheet([
          ['uscc', 'x'],
          ['1', cell],
          ['2', 3],
        ]),
      ),
    )
    expect(faults).toEqual([fault, null])
  })

  test('a value outside the head is a fault, an empty cell there is none', async () => {
    const { faults } = await read(
      workbookOf(
        sheet([
          ['uscc', 'x'],
          ['1', 2, 'note'],
          ['2', 3, ''],
        ]),
      ),
    )
    expect(faults).toEqual([{ code: 'xlsx.outside', params: { cell: '名单!C2' } }, null])
  })
})

describe('rows', () => {
  test('have the numbers that Excel gives them; empty ones are left out', async () => {
    const found = await read(
      workbookOf(sheet([null, [null, 'uscc'], null, [null, '1'], ['', ''], [null, '2']])),
    )
    expect(found).toEqual({
      names: ['uscc'],
      count: 2,
      rows: [['1'], ['2']],
      faults: [null, null],
      places: [
        [4, '名单!B4', '名单!4:4'],
        [6, '名单!B6', '名单!6:6'],
      ],
    })
  })

  test('of several sheets with one head follow one another; hidden and empty sheets do not count', async () => {
    const found = await read(
      workbookOf(
        sheet([['uscc'], ['1']]),
        sheet([], { name: 'empty' }),
        sheet([['other'], ['x']], { name: 'lists', isHidden: true }),
        sheet([['uscc'], ['2']], { name: "It's B" }),
      ),
    )
    expect([found.rows, found.count]).toEqual([[['1'], ['2']], 2])
    expect(found.places.map(([, place]) => place)).toEqual(['名单!A2', "'It''s B'!A2"])
  })

  test('of sheets with different heads are refused, the sheets named', async () => {
    const other = sheet(
      [
        ['uscc', 'y'],
        ['1', 1],
      ],
      { name: '另一张' },
    )
    expect(
      await refusalOf(
        workbookOf(
          sheet([
            ['uscc', 'x'],
            ['1', 1],
          ]),
          other,
        ),
      ),
    ).toEqual({
      code: 'xlsx.sheets',
      severity: 'error',
      params: { names: ['名单', '另一张'] },
    })
  })
})

describe('heads', () => {
  const TWO_ROWS = [
    ['统一社会信用代码', '营业收入（万元）', null, '成立日期'],
    [null, 2023, 2024, null],
    ['1', 10, 20, dayCell(45_366)],
  ] as const
  const MERGED = ['A1:A2', 'B1:C1', 'D1:D2']
  const NAMES = ['统一社会信用代码', '营业收入（万元） 2023', '营业收入（万元） 2024', '成立日期']

  test('of two rows with merged cells are read from above', async () => {
    const found = await read(workbookOf(sheet(TWO_ROWS, { merged: MERGED })))
    expect([found.names, found.rows]).toEqual([NAMES, [['1', '10', '20', '2024-03-15']]])
  })

  test('stand below a title', async () => {
    const rows = [['2024 年度企业名单'], ...TWO_ROWS]
    const merged = ['A1:D1', 'A2:A3', 'B2:C2', 'D2:D3']
    expect((await read(workbookOf(sheet(rows, { merged })))).names).toEqual(NAMES)
  })

  test.each(['单位：万元', '（单位: 元）', 'Unit: million yuan'])(
    'below the note %s are refused: the unit would be lost',
    async (note) => {
      const book = workbookOf(sheet([[note], ['uscc', 'x'], ['1', 2]], { merged: ['A1:B1'] }))
      expect(await refusalOf(book)).toEqual({
        code: 'xlsx.unit-above',
        severity: 'error',
        params: { cell: '名单!A1', found: note },
      })
    },
  )

  test.each([
    [
      'merged cells below',
      sheet(
        [
          ['uscc', 'x'],
          ['1', 2],
          ['3', null],
        ],
        { merged: ['B2:B3'] },
      ),
      'xlsx.merged',
      '名单!B2',
    ],
    [
      'an error in them',
      sheet([
        ['uscc', errorCell('#REF!')],
        ['1', 2],
      ]),
      'xlsx.head',
      '名单!B1',
    ],
  ])('with %s are refused', async (_, given, code, cell) => {
    expect(await refusalOf(workbookOf(given))).toEqual({
      code,
      severity: 'error',
      params: { cell },
    })
  })
})

describe('a file is refused whole', () => {
  const SOUND = [
    sheet([
      ['uscc', 'x'],
      ['1', 2],
    ]),
  ]
  const PART = 'xl/worksheets/sheet1.xml'
  const compound = (text: string): Buffer =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(70_000),
      Buffer.from(text, 'utf16le'),
    ])
  const withPart = (text: string): Buffer => zipOf(new Map([...partsOf(SOUND), [PART, text]]))

  test.each([
    ['with a password', compound('EncryptedPackage'), 'xlsx.encrypted'],
    [
      'with a password on its parts',
      zipOf(partsOf(SOUND), { name: PART, flags: 1 }),
      'xlsx.encrypted',
    ],
    ['of the old format', compound('Workbook'), 'xlsx.old'],
    ['cut off', workbookOf(...SOUND).subarray(0, 600), 'file.truncated'],
    ['that is text', Buffer.from('uscc,x\n'), 'file.format'],
    ['that is empty', Buffer.alloc(0), 'file.format'],
    ['with a damaged part', zipOf(partsOf(SOUND), { name: PART, sum: 1 }), 'file.format'],
    [
      'with more in it than it says',
      zipOf(partsOf(SOUND), { name: PART, bytes: 5 }),
      'file.format',
    ],
    ['that is another kind of zip', zipOf(new Map([['a.txt', 'a']])), 'file.format'],
    ['without a sheet', zipOf(partsOf([])), 'file.format'],
    ['with nothing in it', workbookOf(sheet([])), 'file.format'],
    ['with broken XML', withPart('<worksheet><sheetData></worksheet>'), 'file.format'],
    ['with half of a sheet', withPart('<worksheet><sheetData><row r="1">'), 'file.format'],
    [
      'with entities of its own',
      withPart(
        '<!DOCTYPE w [<!ENTITY a "b">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&a;</v></c></row></sheetData></worksheet>',
      ),
      'file.format',
    ],
    [
      'with a cell that no sheet has',
      withPart(
        '<worksheet><sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData></worksheet>',
      ),
      'file.format',
    ],
    [
      'with rows out of order',
      withPart('<worksheet><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>'),
      'file.format',
    ],
    [
      'with a text that it does not hold',
      withPart(
        '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData></worksheet>',
      ),
      'file.format',
    ],
  ])('%s', async (_, content, code) => {
    expect((await refusalOf(content))?.code).toBe(code)
  })

  test('that unpacks to more than is allowed, before it is unpacked', async () => {
    const rows = Array.from({ length: 5000 }, () => ['0'.repeat(200)])
    const bomb = workbookOf(sheet([['uscc'], ...rows]))
    expect(bomb.length).toBeLessThan(40_000)
    expect(await refusalOf(bomb, 1 << 20)).toEqual({
      code: 'xlsx.too-large',
      severity: 'error',
      params: { megabytes: 1 },
    })
    expect((await read(bomb)).count).toBe(5000)
  })
})
