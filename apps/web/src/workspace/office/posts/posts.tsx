import type { components } from '@huiqi/client'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Given } from '../../../rules/given.tsx'
import { answerOf, client } from '../../frame/api.ts'
import { useDistrictName } from '../../frame/districts.ts'
import { useLanguage, useWords } from '../../frame/language.tsx'
import { pageQuery } from '../../ui/after.ts'
import { Nothing } from '../../ui/answer.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { PagedList } from '../../ui/more.tsx'
import { Page } from '../../ui/page.tsx'
import { useAgencies } from './agencies.ts'
import { AppointDialog } from './appoint-dialog.tsx'
import { EndDialog } from './end-dialog.tsx'
import { NewPostDialog } from './new-post-dialog.tsx'
import { DUTIES, POST_WORDS } from './post-words.ts'

type Post = components['schemas']['HeldPost']
type Holder = Post['holders'][number]
type Duty = Post['duty']

const DUTY_IDS: readonly Duty[] = [
  'case-officer',
  'policy-officer',
  'specialist',
  'supervisor',
  'administrator',
]

const HolderLine = ({ post, holder }: { readonly post: string; readonly holder: Holder }) => {
  const text = useWords(POST_WORDS)
  const [isEnding, setIsEnding] = useState(false)
  return (
    <li>
      <span>
        <Given>{holder.account.name}</Given> · {text[holder.kind]} · {text.from(holder.since)}
        {holder.until === null ? null : ` · ${text.until(holder.until)}`}
      </span>
      {holder.until === null ? (
        <Button size="small" onClick={() => setIsEnding(true)}>
          {text.end}
        </Button>
      ) : null}
      {isEnding ? (
        <EndDialog post={post} holder={holder} onClose={() => setIsEnding(false)} />
      ) : null}
    </li>
  )
}

const PostRow = ({ post }: { readonly post: Post }) => {
  const text = useWords(POST_WORDS)
  const duties = useWords(DUTIES)
  const { language } = useLanguage()
  const nameOf = useDistrictName()
  const agencies = useAgencies()
  const queries = useQueryClient()
  const [isAppointing, setIsAppointing] = useState(false)
  const { id, name, agency, district, duty, holders } = post
  return (
    <li>
      <div className="wide">
        <strong>{name[language]}</strong>
        <p className="soft">
          {duties[duty]} · {agencies.find(({ value }) => value === agency)?.label ?? agency} ·{' '}
          {district === null ? text.city : nameOf(district)}
        </p>
        {holders.length === 0 ? (
          <span className="mark warn">{text.vacant}</span>
        ) : (
          <ul className="holders">
            {holders.map((holder) => (
              <HolderLine key={holder.id} post={id} holder={holder} />
            ))}
          </ul>
        )}
      </div>
      <div className="form-actions">
        <Button onClick={() => setIsAppointing(true)}>{text.appoint}</Button>
        {holders.length === 0 ? (
          <ConfirmButton
            label={text.remove}
            question={text.removeOf(name[language])}
            act={() => answerOf(client.DELETE('/api/v1/posts/{id}', { params: { path: { id } } }))}
            onDone={() => queries.invalidateQueries({ queryKey: ['posts'] })}
          />
        ) : null}
      </div>
      {isAppointing ? <AppointDialog post={post} onClose={() => setIsAppointing(false)} /> : null}
    </li>
  )
}

/** All posts and who holds them, for administrators. */
export const Component = () => {
  const text = useWords(POST_WORDS)
  const duties = useWords(DUTIES)
  const [duty, setDuty] = useState<Duty | null>(null)
  const [isMaking, setIsMaking] = useState(false)
  return (
    <Page
      title={text.title}
      lead={<p>{text.lead}</p>}
      actions={
        <Button type="primary" onClick={() => setIsMaking(true)}>
          {text.make}
        </Button>
      }
    >
      <div className="filters">
        <label>
          <span>{text.duty}</span>
          <select
            value={duty ?? ''}
            onChange={({ currentTarget }) =>
              setDuty(DUTY_IDS.find((known) => known === currentTarget.value) ?? null)
            }
          >
            <option value="">{text.allDuties}</option>
            {DUTY_IDS.map((known) => (
              <option key={known} value={known}>
                {duties[known]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <PagedList
        queryKey={['posts', duty]}
        ask={(after) =>
          answerOf(
            client.GET('/api/v1/posts', {
              params: { query: { ...pageQuery(after), ...(duty === null ? {} : { duty }) } },
            }),
          )
        }
        empty={<Nothing>{text.none}</Nothing>}
      >
        {(posts) => (
          <ul className="rows">
            {posts.map((post) => (
              <PostRow key={post.id} post={post} />
            ))}
          </ul>
        )}
      </PagedList>
      {isMaking ? <NewPostDialog onClose={() => setIsMaking(false)} /> : null}
    </Page>
  )
}
