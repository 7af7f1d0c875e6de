import { Link, useParams } from 'react-router'
import { groupFacts } from '../facts/fact-groups.ts'
import { FactTable } from '../facts/fact-table.tsx'
import { FileHead } from '../facts/file-head.tsx'
import { useEnterprise, useFacts } from '../facts/use-file.ts'
import { inBoth, useWords } from '../frame/language.tsx'
import { Answer, Nothing } from '../ui/answer.tsx'
import { Page } from '../ui/page.tsx'

const WORDS = inBoth({
  zh: {
    title: '企业档案',
    back: '回到企业查询',
    noted: '这次查阅已记录，企业的负责人看得到是谁、什么时候查阅。档案在这里只读。',
    none: '档案里还没有指标。',
  },
  en: {
    title: 'Enterprise file',
    back: 'Back to the enterprises',
    noted:
      'This look has been noted; the owners of the enterprise see who looked and when. Here the file is for reading only.',
    none: 'The file holds no facts yet.',
  },
})

/** The file of an enterprise as an officer reads it. */
export const Component = () => {
  const text = useWords(WORDS)
  const { file = '' } = useParams()
  const about = useEnterprise(file)
  const facts = useFacts(file)
  return (
    <Page
      title={about.data?.name ?? text.title}
      lead={<Link to="/office/enterprises">{text.back}</Link>}
    >
      <p className="notice">{text.noted}</p>
      <Answer of={about}>{(found) => <FileHead enterprise={found} />}</Answer>
      <Answer of={facts}>
        {(entries) =>
          entries.length === 0 ? (
            <Nothing>{text.none}</Nothing>
          ) : (
            groupFacts(entries).map((group) => (
              <FactTable key={group.id} group={group} enterprise={file} />
            ))
          )
        }
      </Answer>
    </Page>
  )
}
