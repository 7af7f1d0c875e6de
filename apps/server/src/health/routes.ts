import { Health, Problem } from '@huiqi/contract'
import type { App } from '../platform/create-app.ts'
import type { Platform } from '../platform/platform.ts'

/** Whether the service can answer. */
export const addHealthRoutes = (app: App, { clock, policies }: Platform): void => {
  app.get(
    '/api/v1/health',
    {
      schema: {
        operationId: 'getHealth',
        tags: ['service'],
        summary: 'Whether the service answers, and from which policies',
        response: { 200: Health, default: Problem },
      },
    },
    () => ({
      status: 'ready' as const,
      corpus: policies.checksum,
      measures: policies.rulebook.measures.size,
      today: clock.today(),
    }),
  )
}
