import { MeasureDetail } from '@huiqi/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../testing/open-test-app.fixture.ts'

let service: TestApp

beforeAll(async () => {
  service = await openTestApp()
})

afterAll(() => service.close())

const get = async (url: string) => {
  const answer = await service.app.inject({ method: 'GET', url })
  return { status: answer.statusCode, body: answer.json() }
}

const detailOf = async (id: string): Promise<MeasureDetail> => {
  const { status, body } = await get(`/api/v1/measures/${id}`)
  expect(status).toBe(200)
  return MeasureDetail.parse(body)
}

describe('a measure', () => {
  test('is found with its slashes as they are and written as %2F', async () => {
    const id = 'shanghai/2023-several/compute-voucher'
    const whole = await get(`/api/v1/measures/${id}`)
    expect((await get(`/api/v1/measures/${encodeURIComponent(id)}`)).body).toEqual(whole.body)
    expect(whole.body.id).toBe(id)
  })

  test('that is not there is a problem document', async () => {
    const { status, body } = await get('/api/v1/measures/shanghai/none')
    expect([status, body.code]).toEqual([404, 'unknown-measure'])
  })

  test('has its amount taken apart, in both languages', async () => {
    const { amount, mostFen } = await detailOf('shanghai/2023-several/four-above-rd-reward')
    expect(mostFen).toBe(50_000_000)
    expect(amount).toMatchObject({
      rate: '5%',
      capFen: 50_000_000,
      isDecidedByOfficer: false,
      isNotFound: false,
      bands: [],
    })
    expect(amount?.base?.zh).toContain('研发')
    expect(amount?.says.en).toContain('5% of')
  })

  test('tells its conditions as lines with the comparison and the facts', async () => {
    const { conditions } = await detailOf('national/2026-tier/specialised-sme')
    expect(conditions[0]).toMatchObject({ depth: 0, kind: 'all', comparison: null, facts: [] })
    const compared = conditions.filter(({ comparison }) => comparison !== null)
    expect(compared.length).toBeGreaterThan(3)
    expect(compared.every(({ facts }) => facts.length > 0)).toBe(true)
  })

  test('says what the text leaves open', async () => {
    const { absent, gaps } = await detailOf('shanghai/2023-several/compute-voucher')
    expect(absent).toEqual(['last-day', 'windows', 'hotline', 'supervision-phone'])
    expect(gaps).toHaveLength(1)
  })

  test('names what replaces it, and the other way round', async () => {
    const { measures } = service.platform.policies.rulebook
    const replacing = [...measures.values()].find(({ replaces }) => replaces.length > 0)
    const old = replacing?.replaces[0] ?? ''
    expect((await detailOf(replacing?.id ?? '')).replaces.map(({ id }) => id)).toContain(old)
    expect((await detailOf(old)).replacedBy.map(({ id }) => id)).toContain(replacing?.id)
  })

  test('was published on the day it came into force', async () => {
    const { changes } = await detailOf('shanghai/2023-several/compute-voucher')
    expect(changes).toEqual([{ kind: 'published', on: '2023-05-17' }])
  })

  test('every one can be told', async () => {
    for (const id of service.platform.policies.rulebook.measures.keys()) {
      const { steps, related } = await detailOf(id)
      expect(steps.length).toBeGreaterThan(0)
      expect(related.map(({ measure }) => measure.id)).not.toContain(id)
    }
  })
})

describe('instruments', () => {
  test('carry the number of their measures', async () => {
    const { body } = await get('/api/v1/instruments')
    const counts = body.entries.map(({ measures }: { readonly measures: number }) => measures)
    const sum = counts.reduce((a: number, b: number) => a + b, 0)
    expect(sum).toBe(service.platform.policies.rulebook.measures.size)
  })

  test('tell which provision gives what', async () => {
    const { body } = await get('/api/v1/instruments/shanghai/2023-several')
    const place = body.provisions.find(({ id }: { readonly id: string }) => id === 'art-7')
    const ids = place.measures.map(({ id }: { readonly id: string }) => id)
    expect(ids).toContain('shanghai/2023-several/compute-voucher')
    expect((await get('/api/v1/instruments/shanghai/none')).status).toBe(404)
  })
})
