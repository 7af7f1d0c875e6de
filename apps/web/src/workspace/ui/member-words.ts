import { inBoth } from '../frame/language.tsx'

/** What members do for an enterprise. */
export const ROLES = inBoth({
  zh: { owner: '负责人', finance: '财务', consultant: '外部顾问' },
  en: { owner: 'Owner', finance: 'Finance', consultant: 'Consultant' },
})

/** What members may do. */
export const SCOPES = inBoth({
  zh: { read: '查看', 'state-facts': '填报指标', apply: '申报', members: '管理成员' },
  en: {
    read: 'read',
    'state-facts': 'state facts',
    apply: 'apply',
    members: 'choose the members',
  },
})
