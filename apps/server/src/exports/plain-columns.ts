import type { Bilingual } from '@huiqi/domain'
import type { Column } from './write-csv.ts'

/** A column of texts or numbers. */
export const column = <Row>(
  zh: string,
  en: string,
  cell: (row: Row) => string | number | null,
): Column<Row> => ({ name: { zh, en }, cell })

/** A column of words in the reader's language. */
export const wordColumn = <Row>(
  zh: string,
  en: string,
  words: (row: Row) => Bilingual | null,
): Column<Row> => ({
  name: { zh, en },
  cell: (row, language) => words(row)?.[language] ?? null,
})

/** A column of several words in the reader's language, each on its own line. */
export const linesColumn = <Row>(
  zh: string,
  en: string,
  words: (row: Row) => readonly Bilingual[],
): Column<Row> => ({
  name: { zh, en },
  cell: (row, language) =>
    words(row)
      .map((each) => each[language])
      .join('\n'),
})

/** A column that says yes or nothing. */
export const yesColumn = <Row>(zh: string, en: string, is: (row: Row) => boolean): Column<Row> =>
  wordColumn(zh, en, (row) => (is(row) ? { zh: '是', en: 'yes' } : null))
