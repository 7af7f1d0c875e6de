import { type TextPage, textPage } from './text-page.tsx'

const zh: TextPage = {
  title: '无障碍',
  about: '本站按 WCAG 2.2 AA 建设：键盘可用、读屏可用、深浅两色、可放大、可打印，不用脚本也能查。',
  lead: '本站以《网页内容无障碍指南》WCAG 2.2 AA 为准，每个公开页面都自动检查。',
  sections: [
    {
      title: '可以这样用',
      blocks: [
        [
          '只用键盘：Tab 依次到达每个链接和按钮，页首有“跳到正文”。',
          '用读屏软件：标题有层次，表单有说明，测算结果变化时会读出合计。',
          '放大到 400%，或在手机上看，内容不需要左右滚动。',
          '深色、浅色随系统设置；减少动态效果的设置也会遵从。',
          '关掉脚本：公开页面都能看、能搜、能筛选。只有测算需要脚本，因为它在您的设备上计算。',
        ],
      ],
    },
    {
      title: '已知的不足',
      blocks: [
        ['部分文件出处只有英文说明。', '自动检查查不出所有问题，还没有请残障使用者系统地试用过。'],
      ],
    },
    {
      title: '遇到障碍',
      blocks: ['请告诉运行本站的部门，说明页面和所用的设备；也可以直接致电各措施页上的牵头部门。'],
    },
  ],
}

const en: TextPage = {
  title: 'Accessibility',
  about:
    'Built for WCAG 2.2 AA: keyboard, screen reader, light and dark, zoom and print; readable without scripts.',
  lead: 'The measure for this site is WCAG 2.2 AA; every public page is checked automatically.',
  sections: [
    {
      title: 'Ways to use it',
      blocks: [
        [
          'By keyboard alone: Tab reaches every link and button, and a link at the top skips to the content.',
          'With a screen reader: headings are in order, fields are labelled, and the check reads out the total when it changes.',
          'Zoomed to 400% or on a phone, nothing needs scrolling sideways.',
          'Light and dark follow the system, and so does the wish for less motion.',
          'Without scripts every public page can be read, searched and filtered. Only the check needs them, because it works on your own device.',
        ],
      ],
    },
    {
      title: 'Known gaps',
      blocks: [
        [
          'The source notes of some documents are in English only.',
          'Automatic checks do not find everything; people with disabilities have not yet tried it systematically.',
        ],
      ],
    },
    {
      title: 'If something stands in your way',
      blocks: [
        'Tell the office that runs this site which page and which device; the lead agency on each measure’s page can also be asked directly.',
      ],
    },
  ],
}

/** How the site can be used by everybody, and where it falls short. */
export const accessibilityPage = textPage({ zh, en })
