import { createBrowserRouter, type RouteObject } from 'react-router'
import { Broken, Missing } from './frame/broken.tsx'
import { SignedInLayout } from './frame/guard.tsx'
import { OpenLayout } from './frame/layout.tsx'
import { Loading } from './ui/answer.tsx'

type Lazy = NonNullable<RouteObject['lazy']>

const page = (path: string, lazy: Lazy): RouteObject => ({ path, lazy })

const FOR_VISITORS: RouteObject[] = [
  page('sign-in', () => import('./account/sign-in.tsx')),
  page('sign-up', () => import('./account/sign-up.tsx')),
  page('forgotten-password', () => import('./account/forgotten-password.tsx')),
]

const OWN: RouteObject[] = [
  { index: true, lazy: () => import('./account/landing.tsx') },
  page('account', () => import('./account/account.tsx')),
  page('claims', () => import('./account/claims.tsx')),
  page('invitations', () => import('./account/invitations.tsx')),
]

const ENTERPRISE: RouteObject[] = [
  page('e/:enterprise', () => import('./enterprise/home/home.tsx')),
  page('e/:enterprise/verdicts', () => import('./enterprise/verdicts/verdicts.tsx')),
  page('e/:enterprise/measures/*', () => import('./enterprise/explanation/explanation.tsx')),
  page('e/:enterprise/ladders', () => import('./enterprise/ladders/ladders.tsx')),
  page('e/:enterprise/file', () => import('./enterprise/file/file.tsx')),
  page('e/:enterprise/saved', () => import('./enterprise/saved/saved.tsx')),
  page('e/:enterprise/messages', () => import('./enterprise/messages/messages.tsx')),
  page('e/:enterprise/members', () => import('./enterprise/members/members.tsx')),
  page('e/:enterprise/looks', () => import('./enterprise/members/looks.tsx')),
]

const OFFICE: RouteObject[] = [
  page('office/enterprises', () => import('./office/enterprises.tsx')),
  page('office/enterprises/:file', () => import('./office/enterprise-file.tsx')),
  page('office/claims', () => import('./office/claims.tsx')),
  page('office/imports', () => import('./office/imports/imports.tsx')),
  page('office/imports/:batch', () => import('./office/imports/import-batch.tsx')),
  page('office/posts', () => import('./office/posts/posts.tsx')),
  page('office/accounts', () => import('./office/accounts.tsx')),
  page('office/audit', () => import('./office/audit.tsx')),
]

/** Every page of the workspace; each is loaded when it is first gone to. */
export const router = createBrowserRouter(
  [
    {
      ErrorBoundary: Broken,
      HydrateFallback: Loading,
      children: [
        { Component: OpenLayout, children: FOR_VISITORS },
        {
          Component: SignedInLayout,
          children: [...OWN, ...ENTERPRISE, ...OFFICE, { path: '*', Component: Missing }],
        },
      ],
    },
  ],
  { basename: '/workspace' },
)
