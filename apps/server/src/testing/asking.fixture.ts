import type { TestApp } from './open-test-app.fixture.ts'
import type { TestSession } from './sign-in-as.fixture.ts'

/** Asks the service as somebody, or with null as a visitor; paths are below `/api/v1`. */
export const askAs =
  ({ app }: TestApp, session: TestSession | null) =>
  async (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object) => {
    const answer = await app.inject({
      method,
      url: `/api/v1/${path}`,
      headers: { ...session?.headers },
      ...(body === undefined ? {} : { payload: body }),
    })
    const isJson = String(answer.headers['content-type'] ?? '').includes('json')
    return {
      status: answer.statusCode,
      body: isJson && answer.body !== '' ? answer.json() : null,
      text: answer.body,
      headers: answer.headers,
    }
  }
