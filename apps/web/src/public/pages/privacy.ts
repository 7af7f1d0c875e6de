import { type TextPage, textPage } from './text-page.tsx'

const zh: TextPage = {
  title: '隐私',
  about: '公开测算的回答不离开您的设备；登录后哪些数据由谁保存、谁能看。',
  lead: '不登录就能用的部分，不收集企业的任何信息。',
  sections: [
    {
      title: '公开测算（看看能享什么）',
      blocks: [
        [
          '全部在您的浏览器里计算，断网也能继续。',
          '您的回答只保存在这台设备的浏览器里，不发送给我们，也不发送给任何人。',
          '点“全部忘掉”，立即从这台设备上删除。',
          '分享链接把回答写在网址 # 号之后，浏览器不会把这部分发送给服务器；但拿到链接的人能看到这些回答。',
        ],
      ],
    },
    {
      title: '浏览和搜索',
      blocks: [
        '公开页面不设跟踪，不用第三方脚本、字体或统计。为防止滥用，服务器会短暂记录请求的来源地址和时间。',
      ],
    },
    {
      title: '登录以后',
      blocks: [
        [
          '登录只用一个必要的 Cookie。',
          '企业数据只有本企业授权的成员、受理事项的经办部门能看；每次查看都有记录，企业可以查。',
          '每个数据都写明来源、等级、时间。发现有误，可以申请更正。',
        ],
      ],
    },
  ],
}

const en: TextPage = {
  title: 'Privacy',
  about:
    'Your answers to the public check stay on your device; what is held once you sign in, and who may see it.',
  lead: 'What can be used without an account collects nothing about your enterprise.',
  sections: [
    {
      title: 'The public check',
      blocks: [
        [
          'It is worked out wholly in your browser, and goes on without the network.',
          'Your answers are kept in the browser of this device only. They are sent to nobody, us included.',
          '“Forget everything” deletes them from this device at once.',
          'A share link carries the answers behind the # of the address, which browsers do not send to servers; whoever has the link can read them.',
        ],
      ],
    },
    {
      title: 'Browsing and searching',
      blocks: [
        'Public pages track nobody and load no scripts, fonts or counters of third parties. To prevent abuse the server notes address and time of requests for a short while.',
      ],
    },
    {
      title: 'Once you sign in',
      blocks: [
        [
          'Signing in uses one necessary cookie.',
          'The file of an enterprise can be seen by the members it has authorised and by the office that handles its case; each look is recorded, and the enterprise can see the record.',
          'Each fact carries its source, grade and date. If it is wrong, you can ask for a correction.',
        ],
      ],
    },
  ],
}

/** What is kept, where, and who sees it. */
export const privacyPage = textPage({ zh, en })
