import type { components } from '@huiqi/client'
import { Given } from '../../../rules/given.tsx'
import { inBoth, useLanguage, useWords } from '../../frame/language.tsx'
import { Part } from '../../ui/page.tsx'

const WORDS = inBoth({
  zh: {
    title: '预览',
    note: '每列被认作什么，以及前几行。',
    columns: '各列与前几行',
    uscc: '统一社会信用代码',
    name: '企业名称',
    unknown: '认不出',
    ignored: '不采用',
    year: (fact: string, year: number) => (fact.includes(String(year)) ? fact : `${fact} ${year}`),
  },
  en: {
    title: 'Preview',
    note: 'What each column was taken for, and the first rows.',
    columns: 'Columns and first rows',
    uscc: 'USCC',
    name: 'Name of the enterprise',
    unknown: 'not recognised',
    ignored: 'not used',
    year: (fact: string, year: number) => (fact.includes(String(year)) ? fact : `${fact} ${year}`),
  },
})

type ImportPreview = components['schemas']['ImportPreview']
type Column = ImportPreview['columns'][number]

const Meaning = ({ column }: { readonly column: Column }) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  const { kind, factName, fact, year } = column
  if (kind !== 'fact') {
    return <span className={kind === 'unknown' ? 'mark bad' : 'soft'}>{text[kind]}</span>
  }
  const name = factName?.[language] ?? fact ?? ''
  return <span className="soft">{year === null ? name : text.year(name, year)}</span>
}

/** The columns of a file and its first rows. */
export const Preview = ({ preview }: { readonly preview: ImportPreview }) => {
  const text = useWords(WORDS)
  const { columns, rows } = preview
  return (
    <Part title={text.title} note={text.note}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by the keyboard */}
      <section className="scrolls" tabIndex={0} aria-label={text.columns}>
        <table className="grid">
          <thead>
            <tr>
              {columns.map((column, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells the cells of a file apart
                <th key={`${at} ${column.name}`} scope="col">
                  <Given>{column.name}</Given>
                  <br />
                  <Meaning column={column} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells the cells of a file apart
              <tr key={`${at} ${row.join(' ')}`}>
                {row.map((cell, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells the cells of a file apart
                  <td key={`${columns[place]?.name ?? ''} ${place}`}>
                    <Given>{cell}</Given>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Part>
  )
}
