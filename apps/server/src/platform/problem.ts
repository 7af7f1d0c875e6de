import { STATUS_CODES } from 'node:http'
import type { Problem, ProblemIssue } from '@huiqi/contract'
import { formatIssue } from '@huiqi/corpus'
import { AppError, type AppErrorCode, hasCode, type Language } from '@huiqi/domain'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { isPassing } from './database/passing-failure.ts'
import { languageOf } from './language.ts'
import { isShed } from './pressure.ts'
import { attemptsLeftIn, hasReason, reasonIn } from './reasons.ts'
import { findRequestIssues } from './request-issues.ts'

/** The status of each error that a caller can act on. */
const STATUS = {
  'unknown-measure': 404,
  'unknown-fact': 404,
  'file-not-found': 404,
  'unreadable-file': 422,
  'invalid-input': 422,
  'not-found': 404,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'wrong-code': 422,
  'not-allowed': 403,
  conflict: 409,
  'too-many-requests': 429,
  'too-large': 413,
} as const satisfies Record<AppErrorCode, number>

const TITLES = {
  zh: {
    'unknown-measure': '没有这项措施',
    'unknown-fact': '没有这项指标',
    'file-not-found': '找不到文件',
    'unreadable-file': '文件无法读取',
    'invalid-input': '填写的内容有问题',
    'not-found': '找不到',
    'not-signed-in': '请先登录',
    'wrong-credentials': '账号或密码不对',
    'wrong-code': '验证码不对或已失效',
    'not-allowed': '没有权限',
    conflict: '与已有内容冲突',
    'too-many-requests': '操作过于频繁，请稍后再试',
    'too-large': '内容过大',
    'bad-request': '请求有误',
    unavailable: '系统繁忙或正在重启，请稍后再试',
    internal: '系统出错，请稍后再试',
  },
  en: {
    'unknown-measure': 'No such measure',
    'unknown-fact': 'No such fact',
    'file-not-found': 'No such file',
    'unreadable-file': 'The file cannot be read',
    'invalid-input': 'Something in the request is wrong',
    'not-found': 'Not found',
    'not-signed-in': 'Sign in first',
    'wrong-credentials': 'Wrong account or password',
    'wrong-code': 'The code is wrong or no longer valid',
    'not-allowed': 'Not allowed',
    conflict: 'In conflict with what is there',
    'too-many-requests': 'Too many requests; try again later',
    'too-large': 'Too large',
    'bad-request': 'Bad request',
    unavailable: 'Busy or just starting again; try again in a moment',
    internal: 'Something went wrong here; try again later',
  },
} as const satisfies Record<
  Language,
  Record<AppErrorCode | 'bad-request' | 'unavailable' | 'internal', string>
>

const RETRY_AFTER_SECONDS = 2

type Code = keyof (typeof TITLES)['en']

interface Fault {
  readonly status: number
  readonly code: Code
  readonly detail?: string
  readonly issues?: readonly ProblemIssue[]
}

const detailOf = (error: AppError, language: Language): string | null => {
  if (hasCode(error, 'conflict')) return reasonIn(error.params.reason, language)
  if (hasCode(error, 'not-allowed')) return reasonIn(error.params.action, language)
  if (hasCode(error, 'wrong-code')) return attemptsLeftIn(error.params.attemptsLeft, language)
  return null
}

const ofAppError = (error: AppError, language: Language): Fault => {
  const { code } = error
  const status = STATUS[code]
  if (hasCode(error, 'invalid-input')) {
    const issues = error.params.issues.map((issue) => ({
      code: issue.code,
      message: hasReason(issue.code)
        ? reasonIn(issue.code, language)
        : formatIssue(issue, language),
      ...(issue.path === undefined ? {} : { path: issue.path }),
      ...(issue.line === undefined ? {} : { line: issue.line }),
      ...(issue.column === undefined ? {} : { column: issue.column }),
    }))
    return { status, code, issues }
  }
  const detail = detailOf(error, language)
  return detail === null ? { status, code } : { status, code, detail }
}

/** What the reader of multipart bodies says of broken ones, without a status. */
const BROKEN_FORM = /^(?:Unexpected end of (?:form|file|multipart data)|Malformed part header)/

const statusOf = ({ statusCode, message }: FastifyError): number =>
  statusCode ?? (BROKEN_FORM.test(message) ? 400 : 500)

const ofFastify = (error: FastifyError): Fault => {
  const status = statusOf(error)
  if (status === 503 || isPassing(error)) return { status: 503, code: 'unavailable' }
  if (status >= 500) return { status: 500, code: 'internal' }
  if (status === 404) return { status, code: 'not-found' }
  if (status === 413) return { status, code: 'too-large' }
  if (status === 429) return { status, code: 'too-many-requests' }
  return { status, code: 'bad-request', detail: error.message }
}

const toFault = (
  error: FastifyError | AppError,
  request: FastifyRequest,
  language: Language,
): Fault => {
  if (error instanceof AppError) return ofAppError(error, language)
  if (hasZodFastifySchemaValidationErrors(error)) {
    return { status: 400, code: 'invalid-input', issues: findRequestIssues(request, language) }
  }
  return ofFastify(error)
}

const toProblem = (fault: Fault, language: Language, instance: string): Problem => ({
  type: `https://huiqi.example/problems/${fault.code}`,
  title: TITLES[language][fault.code] ?? STATUS_CODES[fault.status] ?? '',
  status: fault.status,
  code: fault.code,
  instance,
  ...(fault.detail === undefined ? {} : { detail: fault.detail }),
  ...(fault.issues === undefined ? {} : { issues: [...fault.issues] }),
})

/** Answers every error with a problem document; what is no fault of the caller is logged, not shown. */
export const sendProblem = (
  error: FastifyError | AppError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => {
  const language = languageOf(request)
  const fault = toFault(error, request, language)
  if (isShed(error)) request.log.warn('refused: busy')
  else if (fault.status >= 500) request.log.error({ error })
  if (hasCode(error, 'too-many-requests')) {
    reply.header('retry-after', error.params.retryAfterSeconds)
  }
  if (fault.status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS)
  const [instance = ''] = request.url.split('?')
  return reply
    .status(fault.status)
    .type('application/problem+json')
    .send(JSON.stringify(toProblem(fault, language, instance)))
}
