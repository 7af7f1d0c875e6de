import { addAuditRoutes } from './audit/routes.ts'
import { addDemonstrationRoutes } from './demonstration/routes.ts'
import { addEnterpriseRoutes } from './enterprises/routes.ts'
import { addHealthRoutes } from './health/routes.ts'
import { addIdentityRoutes } from './identity/routes.ts'
import { addImportRoutes } from './imports/routes.ts'
import { addMeasureRoutes } from './measures/routes.ts'
import { addPageRoutes } from './pages/routes.ts'
import type { WebBuild } from './pages/web-build.ts'
import { type App, createApp } from './platform/create-app.ts'
import { refuseCrossSite } from './platform/cross-site.ts'
import { addIdempotency } from './platform/idempotency.ts'
import type { Platform } from './platform/platform.ts'
import { addAccountLimit, addAddressLimits } from './platform/rate-limits.ts'
import { addSessions } from './platform/session.ts'
import { addScreeningRoutes } from './screening/routes.ts'
import { addWorkspaceRoutes } from './workspace/routes.ts'

const FEATURES = [
  addHealthRoutes,
  addDemonstrationRoutes,
  addIdentityRoutes,
  addAuditRoutes,
  addMeasureRoutes,
  addEnterpriseRoutes,
  addImportRoutes,
  addScreeningRoutes,
  addWorkspaceRoutes,
]

/** The service with all its features, ready to listen or to be asked in this process. */
export const composeApp = async (platform: Platform, web: WebBuild | null): Promise<App> => {
  const app = await createApp(platform.config)
  await addAddressLimits(app, platform)
  refuseCrossSite(app, platform)
  addSessions(app, platform)
  addAccountLimit(app, platform)
  addIdempotency(app, platform)
  const features = platform.config.role === 'worker' ? [addHealthRoutes] : FEATURES
  for (const addRoutes of features) addRoutes(app, platform)
  app.get('/api/v1/openapi.json', { schema: { hide: true } }, () => app.swagger())
  if (web !== null) await addPageRoutes(app, platform, web)
  await app.ready()
  return app
}
