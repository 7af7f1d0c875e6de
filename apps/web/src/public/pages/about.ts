import { type TextPage, textPage } from './text-page.tsx'

const zh: TextPage = {
  title: '结论怎么得出',
  about: '惠企如何从条款得出“符合”“不符合”“信息不足”：一条措施只写一次，每个结论都有依据。',
  lead: '一条措施只写一次：条款、条件、金额、材料、期限、部门和测试案例。搜索、测算、申报、审核、兑付都读这一份。',
  sections: [
    {
      title: '五种结论',
      blocks: [
        [
          '符合：每个条件都满足，写明用了哪些数据。',
          '不符合：写明是哪一条、差多少、改变什么就能符合。',
          '信息不足：还缺哪些数据。缺的数据从不当作零，也不当作满足。',
          '需人工核定：原文要由经办人判断的，不替他判断。',
          '未生效：当日不在有效期内。',
        ],
      ],
    },
    {
      title: '数字按原文的用词比较',
      blocks: [
        '“以上、不低于、不超过、以下、以内”包括本数，“超过、低于、不满、以外”不包括本数（《民法典》第一千二百五十九条）；文件自己另有规定的，从其规定。',
        '金额按分计算，比例按分数计算，不用四舍五入的小数，所以恰好等于门槛时不会算错。',
      ],
    },
    {
      title: '原文没有写明的',
      blocks: [
        '没有见到的金额、期限、分担比例，在措施页的“原文没有写明的”里逐条列出，一律按未知处理。',
        '每份文件都标明我们读到的是原文、多处印证，还是单一转述。只有前两种可以用来决定资金。',
      ],
    },
    {
      title: '能不能一起享受',
      blocks: [
        '有些措施不能同享，有些合计封顶。测算时从所有合法的组合里取合计最高的一组，没有选上的写明原因。',
      ],
    },
    {
      title: '同一套规则，处处一样',
      blocks: [
        '浏览器里的测算、服务器上的审核、全市的推演用的是同一个引擎，并用同一批案例互相核对。',
        '测算结果供参考，最终以主管部门的决定为准。',
      ],
    },
  ],
}

const en: TextPage = {
  title: 'How a verdict comes about',
  about:
    'How Huiqi gets from a provision to met, unmet or unknown: each measure is written once, and each verdict has its reason.',
  lead: 'A measure is written once: provision, conditions, amount, evidence, dates, agency and test cases. Search, check, application, review and payment all read that one record.',
  sections: [
    {
      title: 'Five verdicts',
      blocks: [
        [
          'Met: every condition holds; the facts used are named.',
          'Unmet: which provision, how far off, and what would turn it.',
          'Unknown: which facts are missing. A missing fact never counts as zero, nor as met.',
          'Needs review: where the text leaves a judgement to an officer, nobody else makes it.',
          'Not in force: outside the period in which the measure holds.',
        ],
      ],
    },
    {
      title: 'Figures are compared in the words of the text',
      blocks: [
        '“At least”, “no less than”, “up to” and “no more than” include the figure; “more than”, “below” and “less than” do not (Civil Code, article 1259), unless the text itself says otherwise.',
        'Money is counted in fen and rates as fractions, so that a value exactly at the threshold is never misjudged.',
      ],
    },
    {
      title: 'What a text leaves open',
      blocks: [
        'Amounts, dates and shares that were not found are listed on the page of each measure and count as unknown.',
        'For each document we say whether the original was read, whether several sources agree, or whether there is only one report. Only the first two may decide money.',
      ],
    },
    {
      title: 'What can be had together',
      blocks: [
        'Some measures exclude each other, some share a cap. Of all legal combinations the check takes the one with the highest sum, and says why the others were left out.',
      ],
    },
    {
      title: 'The same rule everywhere',
      blocks: [
        'The check in your browser, the review on the server and the simulation of the whole city use one engine, and are compared with each other on the same cases.',
        'Results are for orientation; the authority decides.',
      ],
    },
  ],
}

/** How a verdict comes about. */
export const aboutPage = textPage({ zh, en })
