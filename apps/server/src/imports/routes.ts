import multipart from '@fastify/multipart'
import {
  Grade,
  ImportBatch,
  type ImportIssue,
  ImportIssuePage,
  ImportIssueQuery,
  ImportPage,
  ImportQuery,
  Problem,
} from '@huiqi/contract'
import { AppError } from '@huiqi/domain'
import type { FastifyRequest } from 'fastify'
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { answerAsTable } from '../exports/answer-as-table.ts'
import type { Column } from '../exports/write-csv.ts'
import type { App } from '../platform/create-app.ts'
import type { Platform } from '../platform/platform.ts'
import { type Upload, uploadOf } from '../platform/upload.ts'
import {
  BYTES_AT_MOST,
  beginImport,
  cancelImport,
  confirmImport,
  listImportIssues,
  listImports,
  retryImport,
  showImport,
} from './imports.ts'

const tags = ['imports']
const OfImport = z.object({ import: z.uuid() })
const WHOLE =
  'The whole list instead of a page with `Accept: text/csv` or `application/x-ndjson`, or with `format`.'

/** What is said about the file that is uploaded. */
const UploadQuery = z.object({
  source: z.string().trim().min(1).max(80),
  grade: Grade,
  district: z.string().trim().min(1).max(80).optional(),
  addsEnterprises: z.stringbool().default(false),
})

const UploadBody = z.object({ file: z.string().meta({ format: 'binary' }) }).optional()

const fileOf = async (request: FastifyRequest): Promise<Upload> => {
  const found = await uploadOf(request)
  if (found !== null) return found
  throw new AppError('invalid-input', {
    issues: [{ code: 'import-no-file', severity: 'error', path: 'body.file', params: {} }],
  })
}

const addUpload = (app: App, platform: Platform): void => {
  app.register(async (scope) => {
    await scope.register(multipart, { limits: { fileSize: BYTES_AT_MOST, files: 1, fields: 10 } })
    scope.withTypeProvider<ZodTypeProvider>().post(
      '/api/v1/imports',
      {
        schema: {
          operationId: 'beginImport',
          tags,
          summary: 'Upload a CSV, Excel or Parquet file of facts to be checked',
          description:
            'Columns are recognised by the ids or names of facts, yearly ones with a year (`enterprise.revenue@2024`, 营业收入 2024). Nothing is applied before it is confirmed.',
          consumes: ['multipart/form-data'],
          querystring: UploadQuery,
          body: UploadBody,
          response: { 201: ImportBatch, default: Problem },
        },
        // The file is read as it comes, not before.
        validatorCompiler: ({ schema, ...part }) => {
          if (part.httpPart === 'body' || !(schema instanceof z.ZodType))
            return (value) => ({ value })
          return validatorCompiler({ ...part, schema })
        },
      },
      async (request, reply) => {
        const { district = null, ...said } = request.query
        const upload = await fileOf(request)
        const made = await beginImport(platform, request, { ...said, district, upload })
        return reply.status(201).send(made)
      },
    )
  })
}

const BATCH_COLUMNS: readonly Column<ImportBatch>[] = [
  { name: { zh: '编号', en: 'id' }, cell: ({ id }) => id },
  { name: { zh: '文件', en: 'file' }, cell: ({ fileName }) => fileName },
  { name: { zh: '来源', en: 'source' }, cell: ({ sourceName }, language) => sourceName[language] },
  { name: { zh: '等级', en: 'grade' }, cell: ({ grade }) => grade },
  { name: { zh: '状态', en: 'state' }, cell: ({ state }) => state },
  { name: { zh: '行数', en: 'rows' }, cell: ({ rowsInAll }) => rowsInAll },
  { name: { zh: '问题行', en: 'faulty rows' }, cell: ({ rowsBad }) => rowsBad },
  { name: { zh: '开始', en: 'begun at' }, cell: ({ begunAt }) => begunAt },
]

const ISSUE_COLUMNS: readonly Column<ImportIssue>[] = [
  { name: { zh: '行', en: 'line' }, cell: ({ line }) => line },
  { name: { zh: '列', en: 'column' }, cell: ({ column }) => column },
  { name: { zh: '单元格', en: 'cell' }, cell: ({ cell }) => cell },
  { name: { zh: '代码', en: 'code' }, cell: ({ code }) => code },
  { name: { zh: '问题', en: 'problem' }, cell: ({ message }, language) => message[language] },
]

const addLists = (app: App, platform: Platform): void => {
  app.get(
    '/api/v1/imports',
    {
      schema: {
        operationId: 'listImports',
        tags,
        summary: 'The batches that the caller has begun, the latest first',
        description: WHOLE,
        querystring: ImportQuery,
        response: { 200: ImportPage, default: Problem },
      },
    },
    async (request, reply) => {
      const { query } = request
      const rows = async () =>
        (await listImports(platform, request, { query, isWhole: true })).entries
      const table = { name: 'imports', columns: BATCH_COLUMNS, rows }
      if (await answerAsTable(request, reply, table)) return reply
      return listImports(platform, request, { query, isWhole: false })
    },
  )
  app.get(
    '/api/v1/imports/:import/issues',
    {
      schema: {
        operationId: 'listImportIssues',
        tags,
        summary: 'What is wrong with a batch: line, column, code and words',
        description: WHOLE,
        params: OfImport,
        querystring: ImportIssueQuery,
        response: { 200: ImportIssuePage, default: Problem },
      },
    },
    async (request, reply) => {
      const asked = { id: request.params.import, query: request.query }
      const rows = async () =>
        (await listImportIssues(platform, request, { ...asked, isWhole: true })).entries
      const table = { name: 'issues', columns: ISSUE_COLUMNS, rows }
      if (await answerAsTable(request, reply, table)) return reply
      return listImportIssues(platform, request, { ...asked, isWhole: false })
    },
  )
}

const addSteps = (app: App, platform: Platform): void => {
  app.get(
    '/api/v1/imports/:import',
    {
      schema: {
        operationId: 'getImport',
        tags,
        summary: 'One batch: how it stands, its columns and first rows',
        params: OfImport,
        response: { 200: ImportBatch, default: Problem },
      },
    },
    (request) => showImport(platform, request, request.params.import),
  )
  const steps = [
    ['confirm', 'confirmImport', 'Apply a checked batch, all or nothing', confirmImport],
    ['cancel', 'cancelImport', 'End a batch; nothing of it is kept', cancelImport],
    ['retry', 'retryImport', 'Look a failed or refused batch through once more', retryImport],
  ] as const
  for (const [verb, operationId, summary, take] of steps) {
    app.post(
      `/api/v1/imports/:import/${verb}`,
      {
        schema: {
          operationId,
          tags,
          summary,
          params: OfImport,
          response: { 200: ImportBatch, default: Problem },
        },
      },
      (request) => take(platform, request, request.params.import),
    )
  }
}

/** Files of facts, taken in by officers. */
export const addImportRoutes = (app: App, platform: Platform): void => {
  addUpload(app, platform)
  addLists(app, platform)
  addSteps(app, platform)
}
