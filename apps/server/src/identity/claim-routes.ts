import {
  Claim,
  ClaimDecision,
  ClaimList,
  CodeEntry,
  ListQuery,
  NewClaim,
  OfficeClaimPage,
  PageQuery,
  Problem,
} from '@huiqi/contract'
import { z } from 'zod'
import { answerList } from '../exports/answer-list.ts'
import type { App } from '../platform/create-app.ts'
import type { Platform } from '../platform/platform.ts'
import { personOf } from './browser.ts'
import { claimEnterprise, listClaims, proveClaim, sendClaimCodeAgain } from './claims.ts'
import { decideOnClaim, listClaimsToDecide } from './office-claims.ts'
import { CLAIM_COLUMNS, OFFICE_CLAIM_COLUMNS } from './table-columns.ts'

const TAGS = ['identity']
const ById = z.object({ id: z.uuid() })
const Nothing = z.null().describe('Done')

const addClaimantRoutes = (app: App, platform: Platform): void => {
  app.get(
    '/api/v1/claims',
    {
      schema: {
        operationId: 'listClaims',
        tags: TAGS,
        summary: 'My claims of enterprises',
        querystring: ListQuery,
        response: { 200: ClaimList, default: Problem },
      },
    },
    (request, reply) =>
      answerList(request, reply, {
        name: 'claims',
        columns: CLAIM_COLUMNS,
        ask: () => listClaims(platform, personOf(request)),
      }),
  )
  app.post(
    '/api/v1/claims',
    {
      config: { isSensitive: true },
      schema: {
        operationId: 'claimEnterprise',
        tags: TAGS,
        summary: 'Claim an enterprise: by a code to its registered contact, or through an officer',
        body: NewClaim,
        response: { 201: Claim, default: Problem },
      },
    },
    async (request, reply) =>
      reply.status(201).send(await claimEnterprise(platform, personOf(request), request.body)),
  )
}

const addProofRoutes = (app: App, platform: Platform): void => {
  app.post(
    '/api/v1/claims/:id/code',
    {
      config: { isSensitive: true },
      schema: {
        operationId: 'sendClaimCode',
        tags: TAGS,
        summary: 'Send the registered contact a new code',
        params: ById,
        response: { 204: Nothing, default: Problem },
      },
    },
    async (request, reply) => {
      await sendClaimCodeAgain(platform, personOf(request), request.params.id)
      return reply.status(204).send(null)
    },
  )
  app.post(
    '/api/v1/claims/:id/proof',
    {
      config: { isSensitive: true },
      schema: {
        operationId: 'proveClaim',
        tags: TAGS,
        summary: 'Prove a claim with the code; the first one becomes the owner',
        params: ById,
        body: CodeEntry,
        response: { 204: Nothing, default: Problem },
      },
    },
    async (request, reply) => {
      await proveClaim(platform, personOf(request), { ...request.params, ...request.body })
      return reply.status(204).send(null)
    },
  )
}

/** Claims of enterprises and the officers who decide them. */
export const addClaimRoutes = (app: App, platform: Platform): void => {
  addClaimantRoutes(app, platform)
  addProofRoutes(app, platform)
  app.get(
    '/api/v1/office/claims',
    {
      schema: {
        operationId: 'listOfficeClaims',
        tags: ['office'],
        summary: 'Claims within my reach that wait for an officer',
        querystring: PageQuery,
        response: { 200: OfficeClaimPage, default: Problem },
      },
    },
    (request, reply) =>
      answerList(request, reply, {
        name: 'claims',
        columns: OFFICE_CLAIM_COLUMNS,
        ask: (page) =>
          listClaimsToDecide(platform, personOf(request), { ...request.query, ...page }),
      }),
  )
  app.post(
    '/api/v1/office/claims/:id/decision',
    {
      schema: {
        operationId: 'decideClaim',
        tags: ['office'],
        summary: 'Accept a claim, or refuse it with a reason',
        params: ById,
        body: ClaimDecision,
        response: { 204: Nothing, default: Problem },
      },
    },
    async (request, reply) => {
      const decision = { ...request.params, decision: request.body }
      await decideOnClaim(platform, personOf(request), decision)
      return reply.status(204).send(null)
    },
  )
}
