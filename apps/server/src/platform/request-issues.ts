import type { ProblemIssue } from '@huiqi/contract'
import type { Language } from '@huiqi/domain'
import { z } from 'zod'

const LOCALES = { zh: z.locales.zhCN, en: z.locales.en } as const

const toPath = (context: string, path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}.${String(part)}`),
    context,
  )

interface Checked {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly headers?: { readonly 'content-type'?: string | undefined }
  readonly routeOptions: { readonly schema?: Schemas | undefined }
}

interface Schemas {
  readonly params?: unknown
  readonly querystring?: unknown
  readonly body?: unknown
}

/** Everything in a request that its schemas refuse: parameters, query and body together, in words. */
export const findRequestIssues = (
  { params, query, body, headers, routeOptions }: Checked,
  language: Language,
): readonly ProblemIssue[] => {
  const { schema } = routeOptions
  const { localeError } = LOCALES[language]()
  const isForm = headers?.['content-type']?.startsWith('multipart/') === true
  const contexts = [
    ['params', schema?.params, params],
    ['querystring', schema?.querystring, query],
    // A form is read by its route, after these.
    ['body', isForm ? undefined : schema?.body, body],
  ] as const
  return contexts.flatMap(([context, wanted, given]) => {
    if (!(wanted instanceof z.ZodType)) return []
    const { error } = wanted.safeParse(given, { error: localeError })
    return (error?.issues ?? []).map(({ code, path, message }) => ({
      code: code ?? 'custom',
      message,
      path: toPath(context, path),
    }))
  })
}
