import type { App } from '../platform/create-app.ts'
import type { Platform } from '../platform/platform.ts'
import { addAccountRoutes } from './account-routes.ts'
import { addClaimRoutes } from './claim-routes.ts'
import { addMemberRoutes } from './member-routes.ts'
import { addOidcRoutes } from './oidc-routes.ts'
import { addPostRoutes } from './post-routes.ts'
import { addSessionRoutes } from './session-routes.ts'

/** Who somebody is and what for: accounts, claims, members, posts. */
export const addIdentityRoutes = (app: App, platform: Platform): void => {
  addAccountRoutes(app, platform)
  addSessionRoutes(app, platform)
  addOidcRoutes(app, platform)
  addClaimRoutes(app, platform)
  addMemberRoutes(app, platform)
  addPostRoutes(app, platform)
}
