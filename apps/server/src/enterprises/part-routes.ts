import {
  Absence,
  ConsentChange,
  ConsentList,
  ConsentPurpose,
  Declaration,
  DeclaredFacts,
  ListQuery,
  NewPastAward,
  NewThing,
  PastAwardList,
  Problem,
  Thing,
  ThingChange,
  ThingKind,
  ThingList,
} from '@huiqi/contract'
import { z } from 'zod'
import { answerList } from '../exports/answer-list.ts'
import type { App } from '../platform/create-app.ts'
import type { Platform } from '../platform/platform.ts'
import { declareAward, dropAward, showPastAwards } from './awards.ts'
import { changeConsent, showConsents } from './consents.ts'
import { declareFacts, undoStatement } from './declare-facts.ts'
import { AWARD_COLUMNS, CONSENT_COLUMNS, THING_COLUMNS } from './table-columns.ts'
import { addNewThing, changeThing, dropThing, showThingList, stateAbsence } from './things.ts'

const tags = ['enterprises']
const OfEnterprise = z.object({ enterprise: z.uuid() })
const OfThing = OfEnterprise.extend({ thing: z.uuid() })
const OfAward = OfEnterprise.extend({ award: z.uuid() })
const OfStatement = OfEnterprise.extend({
  statement: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
})

const addStatements = (app: App, platform: Platform): void => {
  app.post(
    '/api/v1/enterprises/:enterprise/statements',
    {
      schema: {
        operationId: 'declareFacts',
        tags,
        summary: 'Declare or correct facts, all of them or none',
        description:
          'A value of null takes the own word back. Every problem is named with its place.',
        params: OfEnterprise,
        body: Declaration,
        response: { 200: DeclaredFacts, default: Problem },
      },
    },
    (request) => declareFacts(platform, request, { ...request.params, ...request.body }),
  )
  app.post(
    '/api/v1/enterprises/:enterprise/statements/:statement/undo',
    {
      schema: {
        operationId: 'undoStatement',
        tags,
        summary: 'Take the latest own statement on a fact back',
        params: OfStatement,
        response: { 200: DeclaredFacts, default: Problem },
      },
    },
    (request) => undoStatement(platform, request, request.params),
  )
}

const addThings = (app: App, platform: Platform): void => {
  app.get(
    '/api/v1/enterprises/:enterprise/things',
    {
      schema: {
        operationId: 'listThings',
        tags,
        summary:
          'Projects, contracts, loans and other things, and the kinds of which there are none',
        params: OfEnterprise,
        querystring: ListQuery,
        response: { 200: ThingList, default: Problem },
      },
    },
    (request, reply) =>
      answerList(request, reply, {
        name: 'things',
        columns: THING_COLUMNS,
        ask: () => showThingList(platform, request, request.params.enterprise),
      }),
  )
  app.post(
    '/api/v1/enterprises/:enterprise/things',
    {
      schema: {
        operationId: 'addThing',
        tags,
        summary: 'Add a thing',
        params: OfEnterprise,
        body: NewThing,
        response: { 201: Thing, default: Problem },
      },
    },
    async (request, reply) => {
      const made = await addNewThing(platform, request, { ...request.params, ...request.body })
      return reply.status(201).send(made)
    },
  )
}

const addThingChanges = (app: App, platform: Platform): void => {
  app.patch(
    '/api/v1/enterprises/:enterprise/things/:thing',
    {
      schema: {
        operationId: 'renameThing',
        tags,
        summary: 'Give a thing another name',
        params: OfThing,
        body: ThingChange,
        response: { 200: Thing, default: Problem },
      },
    },
    (request) => {
      const { enterprise, thing: id } = request.params
      return changeThing(platform, request, { enterprise, id, ...request.body })
    },
  )
  app.delete(
    '/api/v1/enterprises/:enterprise/things/:thing',
    {
      schema: {
        operationId: 'removeThing',
        tags,
        summary: 'Remove a thing; its history stays',
        params: OfThing,
        response: { 200: ThingList, default: Problem },
      },
    },
    (request) => {
      const { enterprise, thing: id } = request.params
      return dropThing(platform, request, { enterprise, id })
    },
  )
  app.put(
    '/api/v1/enterprises/:enterprise/absent-things/:kind',
    {
      schema: {
        operationId: 'stateAbsence',
        tags,
        summary: 'Say that there are no things of a kind, or no longer say so',
        params: OfEnterprise.extend({ kind: ThingKind }),
        body: Absence,
        response: { 200: ThingList, default: Problem },
      },
    },
    (request) => stateAbsence(platform, request, { ...request.params, ...request.body }),
  )
}

const addAwards = (app: App, platform: Platform): void => {
  app.get(
    '/api/v1/enterprises/:enterprise/awards',
    {
      schema: {
        operationId: 'listPastAwards',
        tags,
        summary: 'Benefits received before',
        params: OfEnterprise,
        querystring: ListQuery,
        response: { 200: PastAwardList, default: Problem },
      },
    },
    (request, reply) =>
      answerList(request, reply, {
        name: 'awards',
        columns: AWARD_COLUMNS,
        ask: () => showPastAwards(platform, request, request.params.enterprise),
      }),
  )
  app.post(
    '/api/v1/enterprises/:enterprise/awards',
    {
      schema: {
        operationId: 'declarePastAward',
        tags,
        summary: 'Declare a benefit received before',
        params: OfEnterprise,
        body: NewPastAward,
        response: { 200: PastAwardList, default: Problem },
      },
    },
    (request) => declareAward(platform, request, { ...request.params, ...request.body }),
  )
  app.delete(
    '/api/v1/enterprises/:enterprise/awards/:award',
    {
      schema: {
        operationId: 'takePastAwardBack',
        tags,
        summary: 'Take back a benefit that was declared',
        params: OfAward,
        response: { 200: PastAwardList, default: Problem },
      },
    },
    (request) => {
      const { enterprise, award: id } = request.params
      return dropAward(platform, request, { enterprise, id })
    },
  )
}

const addConsents = (app: App, platform: Platform): void => {
  app.get(
    '/api/v1/enterprises/:enterprise/consents',
    {
      schema: {
        operationId: 'listConsents',
        tags,
        summary: 'What the file may be used for',
        params: OfEnterprise,
        querystring: ListQuery,
        response: { 200: ConsentList, default: Problem },
      },
    },
    (request, reply) =>
      answerList(request, reply, {
        name: 'consents',
        columns: CONSENT_COLUMNS,
        ask: () => showConsents(platform, request, request.params.enterprise),
      }),
  )
  app.put(
    '/api/v1/enterprises/:enterprise/consents/:purpose',
    {
      schema: {
        operationId: 'changeConsent',
        tags,
        summary: 'Give or withdraw a consent',
        params: OfEnterprise.extend({ purpose: ConsentPurpose }),
        body: ConsentChange,
        response: { 200: ConsentList, default: Problem },
      },
    },
    (request) => changeConsent(platform, request, { ...request.params, ...request.body }),
  )
}

/** Statements, things, past awards and consents. */
export const addPartRoutes = (app: App, platform: Platform): void => {
  addStatements(app, platform)
  addThings(app, platform)
  addThingChanges(app, platform)
  addAwards(app, platform)
  addConsents(app, platform)
}
