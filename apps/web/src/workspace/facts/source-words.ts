import { inBoth } from '../frame/language.tsx'

/** Where values come from. */
export const SOURCES = inBoth<Readonly<Record<string, string>>>({
  zh: {
    tax: '税务',
    statistics: '统计',
    register: '登记',
    'social-insurance': '社保',
    'title-register': '认定名单',
    bank: '银行',
    platform: '平台',
    officer: '经办人',
    self: '自行填报',
  },
  en: {
    tax: 'Tax office',
    statistics: 'Statistics',
    register: 'Register',
    'social-insurance': 'Social insurance',
    'title-register': 'Title register',
    bank: 'Bank',
    platform: 'Platform',
    officer: 'Officer',
    self: 'Own statement',
  },
})
