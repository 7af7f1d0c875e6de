import type { components } from '@huiqi/client'
import { Checkbox, Form } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { GRADES } from '../../facts/grade-words.ts'
import { SOURCES } from '../../facts/source-words.ts'
import { answerOf, client } from '../../frame/api.ts'
import { useDistrictName } from '../../frame/districts.ts'
import { useWords } from '../../frame/language.tsx'
import { type Me, useMe } from '../../frame/me.ts'
import { LateSelect } from '../../ui/late-select.tsx'
import { Part } from '../../ui/page.tsx'
import { PickFile } from '../../ui/pick-file.tsx'
import { SendForm } from '../../ui/send-form.tsx'
import { IMPORT_WORDS } from './import-words.ts'

type Grade = components['schemas']['Grade']

const CITY = 'city'
const FIRST_GRADE = (): Grade => 'A'

const placesOf = ({ rules }: Me): readonly string[] => [
  ...new Set(
    rules
      .filter(({ action, subject }) => action === 'import' && subject === 'place')
      .map(({ conditions }) => conditions?.district ?? CITY),
  ),
]

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

interface Said {
  readonly source: string
  readonly grade: Grade
  readonly district: string
  readonly addsEnterprises: boolean
}

const send = ({ district, addsEnterprises, ...said }: Said, file: File | null) => {
  const form = new FormData()
  if (file !== null) form.append('file', file)
  const query = {
    ...said,
    addsEnterprises: String(addsEnterprises),
    ...(district === CITY ? {} : { district }),
  }
  return answerOf(
    client.POST('/api/v1/imports', {
      params: { query },
      body: { file: '' },
      bodySerializer: () => form,
    }),
  )
}

const Fields = () => {
  const text = useWords(IMPORT_WORDS)
  const sources = useWords(SOURCES)
  const grades = useWords(GRADES)
  const nameOf = useDistrictName()
  const places = placesOf(useMe())
  return (
    <>
      <Form.Item name="source" label={text.source}>
        <LateSelect options={optionsOf(sources).filter(({ value }) => value !== 'self')} />
      </Form.Item>
      <Form.Item name="grade" label={text.grade}>
        <LateSelect options={optionsOf(grades)} />
      </Form.Item>
      <Form.Item name="district" label={text.district}>
        <LateSelect
          options={places.map((value) => ({
            value,
            label: value === CITY ? text.city : nameOf(value),
          }))}
        />
      </Form.Item>
      <Form.Item name="addsEnterprises" valuePropName="checked">
        <Checkbox>{text.adds}</Checkbox>
      </Form.Item>
    </>
  )
}

/** Uploads a file of facts to be checked; nothing is applied by it. */
export const UploadForm = () => {
  const text = useWords(IMPORT_WORDS)
  const navigate = useNavigate()
  const [first = CITY] = placesOf(useMe())
  const [file, setFile] = useState<File | null>(null)
  return (
    <Part title={text.upload} className="sheet narrow">
      <SendForm
        initial={{ source: 'tax', grade: FIRST_GRADE(), district: first, addsEnterprises: false }}
        submit={text.check}
        send={(said) => send(said, file)}
        onDone={({ id }) => navigate(`/office/imports/${id}`)}
      >
        <div className="pick">
          <PickFile
            label={text.pick}
            accept=".csv,.tsv,.xlsx,.parquet"
            isBusy={false}
            onPick={setFile}
          />
          <span role="status">{file === null ? text.none : text.chosen(file.name)}</span>
        </div>
        <Fields />
      </SendForm>
    </Part>
  )
}
