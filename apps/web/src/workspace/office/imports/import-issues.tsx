import { Given } from '../../../rules/given.tsx'
import { answerOf, client } from '../../frame/api.ts'
import { inBoth, useLanguage, useWords } from '../../frame/language.tsx'
import { pageQuery } from '../../ui/after.ts'
import { PagedList } from '../../ui/more.tsx'
import { Part } from '../../ui/page.tsx'

const WORDS = inBoth({
  zh: {
    title: '逐行问题',
    note: '改好文件后重新上传即可。',
    line: '行',
    column: '列',
    message: '问题',
    csv: '下载问题清单（CSV）',
    file: '整个文件',
    none: '每一行都没有问题。',
  },
  en: {
    title: 'What is wrong, row by row',
    note: 'Put the file right and upload it again.',
    line: 'Line',
    column: 'Column',
    message: 'What is wrong',
    csv: 'All of them as CSV',
    file: 'the file',
    none: 'Nothing is wrong with any row.',
  },
})

/** Everything that is wrong with a batch, by line and column. */
export const ImportIssues = ({ batch }: { readonly batch: string }) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  const csv = (
    <a href={`/api/v1/imports/${batch}/issues?format=csv`} download>
      {text.csv}
    </a>
  )
  return (
    <PagedList
      queryKey={['import-issues', batch]}
      ask={(after) =>
        answerOf(
          client.GET('/api/v1/imports/{import}/issues', {
            params: { path: { import: batch }, query: pageQuery(after) },
          }),
        )
      }
      empty={<p>{text.none}</p>}
    >
      {(issues) => (
        <Part title={text.title} note={text.note} actions={csv}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{text.line}</th>
                <th scope="col">{text.column}</th>
                <th scope="col">{text.message}</th>
              </tr>
            </thead>
            <tbody>
              {issues.map(({ id, line, column, cell, message }) => (
                <tr key={id}>
                  <td data-label={text.line} className="number">
                    {cell ?? line ?? text.file}
                  </td>
                  <td data-label={text.column}>
                    <Given>{column ?? '—'}</Given>
                  </td>
                  <td data-label={text.message}>
                    <Given>{message[language]}</Given>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Part>
      )}
    </PagedList>
  )
}
