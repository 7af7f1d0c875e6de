import type { Chance } from './chance.ts'

const FIRST = [...'鹭汀澜岫岚霁霖沐棠栎槿荻蘅菡芷茗笙筱箬篁砚墨弦瑾琬璟珞缃缇绾']
const SECOND = [...'舟帆桥渡汀洲溪涧岭屿峦川野林禾穗麦稻苇蓝青白朗清远宁安和序章']

const BUSINESS: Readonly<Record<string, readonly string[]>> = {
  A: ['农业', '生态农业', '园艺'],
  B: ['矿业'],
  C: ['精密机械', '新材料', '电子', '自动化设备', '仪器', '五金制品', '包装', '食品'],
  D: ['能源', '水务'],
  E: ['建设工程', '装饰工程', '机电安装'],
  F: ['贸易', '商贸', '电子商务', '供应链'],
  G: ['物流', '货运代理', '仓储'],
  H: ['餐饮管理', '酒店管理'],
  I: ['软件', '信息技术', '网络科技', '数据科技', '智能科技'],
  J: ['投资咨询', '融资租赁'],
  K: ['物业管理', '房地产经纪'],
  L: ['企业管理咨询', '商务服务', '人力资源', '广告'],
  M: ['检测技术', '生物技术', '工程设计', '技术服务'],
  N: ['环保科技', '园林'],
  O: ['家政服务', '设备维修'],
  P: ['教育科技', '培训'],
  Q: ['健康管理', '门诊'],
  R: ['文化传播', '体育发展'],
}

const MANUFACTURE: Readonly<Record<string, readonly string[]>> = {
  13: ['食品'],
  14: ['食品'],
  26: ['新材料', '精细化工'],
  27: ['生物医药', '医药'],
  29: ['橡塑制品'],
  33: ['金属制品', '五金'],
  34: ['精密机械', '通用设备', '轴承'],
  35: ['专用设备', '半导体设备', '医疗器械'],
  36: ['汽车零部件'],
  37: ['航空部件', '船舶设备'],
  38: ['电气', '电源技术'],
  39: ['电子', '微电子', '通信设备'],
  40: ['仪器仪表', '传感技术'],
}

const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  enterprise: ['有限公司'],
  individual_business: ['经营部', '工作室', '商行'],
  farmers_cooperative: ['专业合作社'],
  social_organisation: ['促进会', '行业协会'],
}

/** What a name tells of its bearer. */
export interface NameTraits {
  /** A letter of GB/T 4754; null: not known. */
  readonly section: string | null
  readonly division: string
  readonly kind: string
  /** With the character for the district at its end, or null. */
  readonly district: string | null
}

/** Makes names of which no two are the same. */
export const createNaming = (chance: Chance): ((traits: NameTraits) => string) => {
  const given = new Set<string>()
  const draw = ({ section, division, kind, district }: NameTraits): string => {
    const words = MANUFACTURE[division] ?? BUSINESS[section ?? ''] ?? ['实业', '科技']
    const ending = chance.pick(ENDINGS[kind] ?? ['有限公司'])
    const trade = chance.pick(FIRST) + chance.pick(SECOND)
    const isLocal = kind !== 'enterprise' && district !== null
    return `上海${isLocal ? district : ''}${trade}${chance.pick(words)}${ending}`
  }
  return (traits) => {
    let name = draw(traits)
    for (let tries = 0; given.has(name); tries += 1) {
      name = tries < 20 ? draw(traits) : `${name.slice(0, 2)}${chance.pick(FIRST)}${name.slice(2)}`
    }
    given.add(name)
    return name
  }
}

const FAMILY = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
]
const GIVEN = [...'文若子雨思嘉一书怡晨皓宇泽涵欣悦明哲静雅俊逸晓岚知行云帆语桐景行以宁']

/** The name of a person. */
export const drawPersonName = (chance: Chance): string =>
  chance.pick(FAMILY) + chance.pick(GIVEN) + (chance.happens(0.7) ? chance.pick(GIVEN) : '')
