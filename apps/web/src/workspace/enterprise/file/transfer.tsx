import type { components } from '@huiqi/client'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { answerOf, client } from '../../frame/api.ts'
import { inBoth, useWords } from '../../frame/language.tsx'
import { Part } from '../../ui/page.tsx'
import { PickFile } from '../../ui/pick-file.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useEnterpriseId } from '../use-enterprise-id.ts'
import { DraftPreview } from './draft-preview.tsx'

const WORDS = inBoth({
  zh: {
    title: '导出与导入',
    note: '导出的文件可以改后再导入；导入前先看会改哪些，确认后才生效。',
    exports: '导出',
    pick: '选择文件导入',
    reading: '正在读取文件',
  },
  en: {
    title: 'Export and import',
    note: 'An exported file can be changed and sent in again; you see what it would change before anything does.',
    exports: 'Export',
    pick: 'Choose a file to send in',
    reading: 'Reading the file',
  },
})

type FileFormat = components['schemas']['NewDraft']['format']

const FORMATS: readonly FileFormat[] = ['yaml', 'csv', 'json']

const formatOf = (name: string): FileFormat => {
  const ending = /\.(\w+)$/.exec(name.toLowerCase())?.[1]
  if (ending === 'csv' || ending === 'json') return ending
  return 'yaml'
}

/** Takes the whole file out, and changes it by a file that is sent in. */
export const Transfer = ({ mayState }: { readonly mayState: boolean }) => {
  const text = useWords(WORDS)
  const enterprise = useEnterpriseId()
  const [draft, setDraft] = useState<components['schemas']['Draft'] | null>(null)
  const making = useMutation({
    mutationFn: async (file: File) => {
      const body = { fileName: file.name, format: formatOf(file.name), text: await file.text() }
      const params = { path: { enterprise } }
      return answerOf(client.POST('/api/v1/enterprises/{enterprise}/drafts', { params, body }))
    },
    onSuccess: setDraft,
  })
  return (
    <Part title={text.title} note={text.note} className="no-print">
      <div className="form-actions">
        {FORMATS.map((format) => (
          <Button
            key={format}
            href={`/api/v1/enterprises/${enterprise}/export?format=${format}`}
            download
          >
            {text.exports} {format.toUpperCase()}
          </Button>
        ))}
        {mayState ? (
          <PickFile
            label={text.pick}
            accept=".yaml,.yml,.csv,.json"
            isBusy={making.isPending}
            onPick={(file) => making.mutate(file)}
          />
        ) : null}
      </div>
      {making.error === null ? null : <ProblemNote error={making.error} />}
      {draft === null ? null : <DraftPreview draft={draft} onClose={() => setDraft(null)} />}
    </Part>
  )
}
