import type { Asked } from '@huiqi/engine'
import { describe, expect, test } from 'vitest'
import { askPerson, type Reply } from './ask-person.ts'
import { money, readerIn } from './sample-reader.fixture.ts'
import { KEYS, typingPerson } from './typing-person.fixture.ts'

const { enter, up, down, end, interrupt, backspace } = KEYS
const letters = (text: string): readonly string[] => [...text]
const erase = (text: string): readonly string[] => letters(text).map(() => backspace)

const about = (fact: string): Asked => ({
  kind: 'fact',
  need: { fact: `enterprise.${fact}`, year: fact === 'revenue' ? 2024 : null },
  thing: null,
})

interface Answered {
  readonly reply: Reply
  readonly screen: string
}

const ask = async (
  asked: Asked,
  keys: readonly string[],
  at: { readonly language?: 'zh' | 'en'; readonly isFirst?: true } = {},
): Promise<Answered> => {
  const { terminal, screen } = typingPerson(keys)
  const reply = await askPerson({
    terminal,
    reader: readerIn(at.language ?? 'en'),
    question: { asked, worth: 1, decides: [], touches: [] },
    mayGoBack: at.isFirst !== true,
  })
  return { reply, screen: screen() }
}

const answer = (value: Extract<Reply, { kind: 'answer' }>['value']): Reply => ({
  kind: 'answer',
  value,
})

describe('yes or no', () => {
  test.each([
    ['the first choice is yes', [enter], answer(true)],
    ['the second is no', [down, enter], answer(false)],
    ['then skip', [down, down, enter], { kind: 'skip' }],
    ['then back', [down, down, down, enter], { kind: 'back' }],
    ['the last stops', [up, enter], { kind: 'finish' }],
    ['the end of the input stops too', [end], { kind: 'finish' }],
  ] as const)('%s', async (_, keys, reply) => {
    expect((await ask(about('is_local'), keys)).reply).toEqual(reply)
  })

  test('the first question has no way back', async () => {
    const { screen } = await ask(about('is_local'), [end], { isFirst: true })
    expect(screen).not.toContain('back')
  })

  test('the keys are told in the language of the page', async () => {
    const { screen } = await ask(about('is_local'), [end], { language: 'zh' })
    expect(screen).toContain('在本市？')
    expect(screen).toContain('↑↓ 移动，回车选定')
  })

  test('Ctrl-C is passed on', async () => {
    await expect(ask(about('is_local'), [interrupt])).rejects.toThrow('SIGINT')
  })
})

describe('a list', () => {
  test.each([
    ['is narrowed by typing', [...letters('metal'), enter], answer('33')],
    ['is found by its code', [...letters('33'), enter], answer('33')],
    ['is walked with the arrow keys', [down, enter], answer('33')],
    ['is skipped with a key', [...letters('-'), enter], { kind: 'skip' }],
    ['goes back with a key', [...letters('<'), enter], { kind: 'back' }],
    ['stops with a key', [...letters('.'), enter], { kind: 'finish' }],
    ['stops at the end of the input', [end], { kind: 'finish' }],
  ] as const)('%s', async (_, keys, reply) => {
    expect((await ask(about('industry'), keys)).reply).toEqual(reply)
  })

  test('says when nothing fits, takes no Enter then, and goes on', async () => {
    const keys = [...letters('zzz'), enter, ...erase('zzz'), ...letters('manu'), enter]
    const { reply, screen } = await ask(about('industry'), keys)
    expect(reply).toEqual(answer('C'))
    expect(screen).toContain('nothing has "zzz" in it; try another word')
  })
})

describe('a typed line', () => {
  test.each([
    ['an amount', letters('86 million'), answer(money('8600万元'))],
    ['an amount in Chinese', letters('8600万元'), answer(money('8600万元'))],
    ['nothing skips', [], { kind: 'skip' }],
    ['< goes back', ['<'], { kind: 'back' }],
    ['. stops', ['.'], { kind: 'finish' }],
  ] as const)('%s', async (_, typed, reply) => {
    expect((await ask(about('revenue'), [...typed, enter])).reply).toEqual(reply)
  })

  test('the end of the input stops', async () => {
    expect((await ask(about('revenue'), [end])).reply).toEqual({ kind: 'finish' })
  })

  test('the question names the year, the hint the form', async () => {
    const { screen } = await ask(about('revenue'), [end], { language: 'zh' })
    expect(screen).toContain('营业收入？（2024）')
    expect(screen).toContain('示例 8600万元 或 86,000,000 · 回车跳过，< 返回，. 结束')
  })

  test('a count tells its unit', async () => {
    const { screen } = await ask(about('staff'), [end])
    expect(screen).toContain('such as 120 · unit: people · Enter skips')
  })

  test('what is not understood is explained and asked again', async () => {
    const keys = [...letters('much'), enter, ...erase('much'), ...letters('1'), enter]
    const { reply, screen } = await ask(about('revenue'), keys)
    expect(reply).toEqual(answer(money('1元')))
    expect(screen).toContain('"much" is not understood; write it like 86,000,000 or 86 million')
  })

  test('the first question has no way back', async () => {
    const { screen } = await ask(about('revenue'), ['<', enter, end], { isFirst: true })
    expect(screen).toContain('this is the first question')
  })

  test.each([
    ['2024-02-29', answer('2024-02-29')],
    ['never', answer('never')],
    ['从未', answer('never')],
  ])('a day: %s', async (typed, reply) => {
    expect((await ask(about('entered_on'), [...letters(typed), enter])).reply).toEqual(reply)
  })
})

describe('whether there are things', () => {
  const contracts: Asked = { kind: 'things', of: 'contract' }

  test.each([
    ['no', [down, enter], answer(null)],
    ['yes, with a name', [enter, ...letters('cloud'), enter], answer('cloud')],
    ['yes, without a name', [enter, enter], answer('')],
    ['skipped', [down, down, enter], { kind: 'skip' }],
    ['stopped at the name', [enter, end], { kind: 'finish' }],
  ] as const)('%s', async (_, keys, reply) => {
    expect((await ask(contracts, keys)).reply).toEqual(reply)
  })

  test.each([
    ['en', 'contract', 'Is there a contract to bring forward?'],
    ['en', 'exhibition', 'Is there an exhibition to bring forward?'],
    ['zh', 'contract', '有没有合同可以申报？'],
  ] as const)('in %s: %s', async (language, of, question) => {
    expect((await ask({ kind: 'things', of }, [end], { language })).screen).toContain(question)
  })
})

test('the end of the input stops at once even when a key was held before', async () => {
  expect((await ask(about('staff'), ['1', end])).reply).toEqual({ kind: 'finish' })
})
