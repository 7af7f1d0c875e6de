import type { IncomingMessage, ServerResponse } from 'node:http'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import swagger from '@fastify/swagger'
import { AppError } from '@huiqi/domain'
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type RawServerDefault,
} from 'fastify'
import {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import type { Config } from './config.ts'
import { logOptions } from './log-options.ts'
import { refuseUnderPressure } from './pressure.ts'
import { sendProblem } from './problem.ts'
import { refuseBrokenRequest } from './refuse-broken-request.ts'
import { answerRequestId, requestIdOf } from './request-id.ts'
import { refuseUnstorableText } from './unstorable-text.ts'

/** A service whose routes are typed by the schemas that check them. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

const ABOUT = {
  openapi: '3.1.0',
  info: {
    title: 'Huiqi 惠企',
    version: '1',
    description:
      'Support measures for enterprises: search, match, explain, apply. Every error is a problem document (RFC 9457) that names all issues.',
  },
} as const

const BODY_BYTES_AT_MOST = 1_048_576

/** The service without its features. */
export const createApp = async (config: Config): Promise<App> => {
  const app = fastify({
    logger: logOptions(config),
    genReqId: requestIdOf,
    return503OnClosing: false,
    frameworkErrors: sendProblem,
    clientErrorHandler: refuseBrokenRequest,
    bodyLimit: BODY_BYTES_AT_MOST,
    trustProxy: config.trustedProxies.length === 0 ? false : [...config.trustedProxies],
    routerOptions: { maxParamLength: 300 },
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(sendProblem)
  app.setNotFoundHandler((request) => {
    throw new AppError('not-found', { kind: 'page', id: request.url })
  })
  app.addHook('onRequest', answerRequestId)
  app.addHook('preValidation', refuseUnstorableText)
  await refuseUnderPressure(app)
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
  })
  await app.register(compress)
  await app.register(cookie)
  await app.register(swagger, {
    openapi: ABOUT,
    transform: createJsonSchemaTransform({}),
    transformObject: createJsonSchemaTransformObject({}),
  })
  return app
}
