import { DemonstrationAnswer, Problem } from '@huiqi/contract'
import type { App } from '../platform/create-app.ts'
import type { Platform } from '../platform/platform.ts'
import { readDemonstration } from './prepare-demonstration.ts'

/** Whether everything here is invented, and as whom one can sign in then. */
export const addDemonstrationRoutes = (app: App, platform: Platform): void => {
  app.get(
    '/api/v1/demonstration',
    {
      schema: {
        operationId: 'getDemonstration',
        tags: ['service'],
        summary: 'Whether enterprises and people are invented, and as whom one can sign in then',
        response: { 200: DemonstrationAnswer, default: Problem },
      },
    },
    async () => ({
      demonstration: platform.isDemonstration ? await readDemonstration(platform) : null,
    }),
  )
}
