import { setTimeout as wait } from 'node:timers/promises'
import type { TestApp } from '../testing/open-test-app.fixture.ts'
import type { TestSession } from '../testing/sign-in-as.fixture.ts'

/** A form with one file. */
export const formOf = (fileName: string, content: string | Buffer, boundary = 'test-boundary') => ({
  headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  payload: Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]),
})

/** Uploads a file as somebody. */
export const upload = async (
  { app }: TestApp,
  person: TestSession,
  file: {
    readonly name?: string
    readonly content: string | Buffer
    readonly query?: string
    readonly boundary?: string
    readonly key?: string
  },
) => {
  const { name = 'facts.csv', content, query = 'source=tax&grade=A', boundary, key } = file
  const { headers, payload } = formOf(name, content, boundary)
  const answer = await app.inject({
    method: 'POST',
    url: `/api/v1/imports?${query}`,
    headers: {
      ...person.headers,
      ...headers,
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    payload,
  })
  return { status: answer.statusCode, body: answer.json() }
}

/** Waits until something holds. */
export const until = async (holds: () => Promise<boolean>, ms = 20_000): Promise<void> => {
  const end = Date.now() + ms
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('waited in vain')
    await wait(50)
  }
}
