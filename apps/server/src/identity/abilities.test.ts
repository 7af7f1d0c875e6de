import { describe, expect, test } from 'vitest'
import { abilityOf, groundFor, mayInCity, mayInPlace, rulesOf, type Standing } from './abilities.ts'

const HERE = { id: 'e1', district: '310115' }
const ELSEWHERE = { id: 'e2', district: '310101' }
const NOWHERE = { id: 'e3', district: null }

const abilityWith = (standing: Partial<Standing>) =>
  abilityOf(rulesOf({ memberships: [], posts: [], ...standing }))

const member = (...scopes: Standing['memberships'][number]['scopes']) =>
  abilityWith({ memberships: [{ enterprise: 'e1', scopes }] })

const officer = (duty: Standing['posts'][number]['duty'], district: string | null) =>
  abilityWith({ posts: [{ duty, district }] })

describe('members', () => {
  test.each([
    ['read', member('read'), 'membership'],
    ['state-facts', member('read'), null],
    ['state-facts', member('read', 'state-facts'), 'membership'],
    ['apply', member('read', 'state-facts'), null],
    ['apply', member('read', 'apply'), 'membership'],
    ['manage-members', member('read', 'apply'), null],
    ['manage-members', member('read', 'members'), 'membership'],
    ['read-audit', member('read', 'members'), 'membership'],
    ['decide-claims', member('read', 'state-facts', 'apply', 'members'), null],
  ] as const)('%s', (action, ability, ground) => {
    expect(groundFor(ability, action, HERE)).toBe(ground)
    expect(groundFor(ability, action, ELSEWHERE)).toBe(null)
  })
})

describe('posts', () => {
  test.each([
    ['case-officer', 'read', 'post'],
    ['case-officer', 'decide-claims', 'post'],
    ['case-officer', 'state-facts', null],
    ['case-officer', 'manage-members', null],
    ['specialist', 'read', 'post'],
    ['specialist', 'decide-claims', null],
    ['supervisor', 'read', null],
    ['policy-officer', 'read', null],
    ['administrator', 'read', 'post'],
    ['administrator', 'decide-claims', 'post'],
    ['administrator', 'manage-members', null],
  ] as const)('%s may %s: %s', (duty, action, ground) => {
    const [ofDistrict, ofCity] = [officer(duty, '310115'), officer(duty, null)]
    expect(groundFor(ofDistrict, action, HERE)).toBe(ground)
    expect(groundFor(ofDistrict, action, ELSEWHERE)).toBe(null)
    expect(groundFor(ofDistrict, action, NOWHERE)).toBe(null)
    for (const enterprise of [HERE, ELSEWHERE, NOWHERE]) {
      expect(groundFor(ofCity, action, enterprise)).toBe(ground)
    }
  })

  test('imports are for case officers and administrators, in their district', () => {
    expect(mayInPlace(officer('case-officer', '310115'), 'import', '310115')).toBe(true)
    expect(mayInPlace(officer('case-officer', '310115'), 'import', '310101')).toBe(false)
    expect(mayInPlace(officer('case-officer', '310115'), 'import', null)).toBe(false)
    expect(mayInPlace(officer('case-officer', null), 'import', null)).toBe(true)
    expect(mayInPlace(officer('specialist', null), 'import', '310115')).toBe(false)
  })

  test('posts and the audit of all are for administrators of the city', () => {
    for (const action of ['manage-posts', 'read-audit', 'manage-accounts'] as const) {
      expect(mayInCity(officer('administrator', null), action)).toBe(true)
      expect(mayInCity(officer('administrator', '310115'), action)).toBe(false)
      expect(mayInCity(officer('supervisor', null), action)).toBe(false)
    }
  })
})

test('who is a member and an officer acts as a member', () => {
  const ability = abilityWith({
    memberships: [{ enterprise: 'e1', scopes: ['read'] }],
    posts: [{ duty: 'case-officer', district: null }],
  })
  expect(groundFor(ability, 'read', HERE)).toBe('membership')
  expect(groundFor(ability, 'read', ELSEWHERE)).toBe('post')
})

test('a visitor may do nothing', () => {
  const ability = abilityWith({})
  expect(groundFor(ability, 'read', HERE)).toBe(null)
  expect(mayInCity(ability, 'manage-posts')).toBe(false)
})
