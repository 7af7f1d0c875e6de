import type { Language } from '@huiqi/domain'

interface Link {
  readonly href: string
  readonly label: string
}

interface ShellWords {
  readonly name: string
  readonly fullName: string
  readonly skip: string
  readonly navigation: string
  readonly home: string
  readonly otherLanguage: string
  readonly signIn: string
  readonly motto: string
  readonly demonstration: string
  readonly footNavigation: string
  readonly notice: string
  readonly links: readonly Link[]
  readonly footLinks: readonly Link[]
}

/** The words around every page. */
export const SHELL_WORDS: Readonly<Record<Language, ShellWords>> = {
  zh: {
    name: '惠企',
    fullName: '惠企 · 中小企业政策一站式窗口',
    skip: '跳到正文',
    navigation: '主导航',
    home: '首页',
    otherLanguage: 'English',
    signIn: '登录',
    demonstration: '演示：企业、人员与数据均为虚构',
    motto: '每一个“符合”与“不符合”，都写明所依据的条款。',
    footNavigation: '关于本站',
    notice: '测算结果供参考，以主管部门的决定为准。原文没有写明的，如实标注，不作推测。',
    links: [
      { href: '/check', label: '看看能享什么' },
      { href: '/measures', label: '政策措施' },
      { href: '/calendar', label: '申报日历' },
    ],
    footLinks: [
      { href: '/instruments', label: '政策文件' },
      { href: '/about', label: '结论怎么得出' },
      { href: '/privacy', label: '隐私' },
      { href: '/accessibility', label: '无障碍' },
    ],
  },
  en: {
    name: 'Huiqi',
    fullName: 'Huiqi · one window for SME policy',
    skip: 'Skip to the content',
    navigation: 'Main',
    home: 'Home',
    otherLanguage: '中文',
    signIn: 'Sign in',
    demonstration: 'Demonstration: enterprises, people and figures are invented',
    motto: 'Every yes and every no names the provision it rests on.',
    footNavigation: 'About this site',
    notice:
      'Results are for orientation; the authority decides. What a text leaves open is marked as open, never guessed.',
    links: [
      { href: '/check', label: 'What can we get?' },
      { href: '/measures', label: 'Measures' },
      { href: '/calendar', label: 'Deadlines' },
    ],
    footLinks: [
      { href: '/instruments', label: 'Policy documents' },
      { href: '/about', label: 'How a verdict comes about' },
      { href: '/privacy', label: 'Privacy' },
      { href: '/accessibility', label: 'Accessibility' },
    ],
  },
}
