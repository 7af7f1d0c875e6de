import type { components } from '@huiqi/client'
import { Link } from 'react-router'
import { Given } from '../../../rules/given.tsx'
import { answerOf, client } from '../../frame/api.ts'
import { useLanguage, useWords } from '../../frame/language.tsx'
import { pageQuery } from '../../ui/after.ts'
import { Nothing } from '../../ui/answer.tsx'
import { Moment } from '../../ui/figures.tsx'
import { PagedList } from '../../ui/more.tsx'
import { Page, Part } from '../../ui/page.tsx'
import { IMPORT_WORDS } from './import-words.ts'
import { StateMark } from './state-mark.tsx'
import { UploadForm } from './upload-form.tsx'

type Batch = components['schemas']['ImportBatch']

const BatchRow = ({ batch }: { readonly batch: Batch }) => {
  const text = useWords(IMPORT_WORDS)
  const { language } = useLanguage()
  const { id, fileName, state, rowsInAll, rowsBad, statementsMade, begunAt, begunBy } = batch
  const figures = [
    batch.sourceName[language],
    rowsInAll === null ? null : text.rows(rowsInAll),
    rowsBad === 0 ? null : text.bad(rowsBad),
    statementsMade === null ? null : text.made(statementsMade),
  ].filter((part) => part !== null)
  return (
    <li>
      <div className="wide">
        <Link to={`/office/imports/${id}`}>
          <strong>
            <Given>{fileName}</Given>
          </strong>
        </Link>{' '}
        <StateMark state={state} />
        <p className="soft">
          {figures.join(' · ')} · <Moment at={begunAt} /> ·{' '}
          <Given>{begunBy === null ? text.connector : text.by(begunBy)}</Given>
        </p>
      </div>
    </li>
  )
}

/** Files of facts: a new one, and what became of the earlier ones. */
export const Component = () => {
  const text = useWords(IMPORT_WORDS)
  const csv = (
    <a href="/api/v1/imports?format=csv" download>
      {text.csv}
    </a>
  )
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      <UploadForm />
      <Part title={text.history} actions={csv}>
        <PagedList
          queryKey={['imports']}
          ask={(after) =>
            answerOf(client.GET('/api/v1/imports', { params: { query: pageQuery(after) } }))
          }
          empty={<Nothing>{text.empty}</Nothing>}
        >
          {(batches) => (
            <ul className="rows">
              {batches.map((batch) => (
                <BatchRow key={batch.id} batch={batch} />
              ))}
            </ul>
          )}
        </PagedList>
      </Part>
    </Page>
  )
}
