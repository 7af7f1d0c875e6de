import { EventList } from '../../events/event-list.tsx'
import { answerOf, client } from '../../frame/api.ts'
import { inBoth, useWords } from '../../frame/language.tsx'
import { pageQuery } from '../../ui/after.ts'
import { Page } from '../../ui/page.tsx'
import { useEnterpriseId } from '../use-enterprise-id.ts'

const WORDS = inBoth({
  zh: { title: '查阅记录', lead: '谁看过、改过本企业的档案。经办人的每次查阅都记在这里。' },
  en: {
    title: 'Who looked',
    lead: 'Who looked into the file of the enterprise or changed it. Every look of an officer is noted here.',
  },
})

/** Everything that was done with the file of the enterprise. */
export const Component = () => {
  const text = useWords(WORDS)
  const enterprise = useEnterpriseId()
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      <EventList
        queryKey={['looks', enterprise]}
        ask={(after) =>
          answerOf(
            client.GET('/api/v1/enterprises/{enterprise}/audit', {
              params: {
                path: { enterprise },
                query: pageQuery(after),
              },
            }),
          )
        }
      />
    </Page>
  )
}
