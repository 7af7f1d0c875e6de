/** The helps of `simulate`. */
export const SIMULATE_USAGE = {
  zh: {
    simulate: '测算一项措施的改动：谁受益、花多少、钱什么时候用完',
    city: '城市文件夹（./huiqi city generate 生成，city import 导入）',
    enterprises: '不用文件夹，临时生成这么多主体，至多 500000',
    seed: '临时城市与假设的种子',
    change: '改动，可写多处：路径=新值，或 路径=原值..新值；值可为 none（不要）、not-found',
    sweep:
      '逐档测算：路径=起..止/步长，如 project.total_investment.at-least=2000万元..1000万元/200万元',
    takeUp: '申领率；默认 100%',
    budget: '预算；默认为措施所用资金池',
    assume: '项目、合同等对象的假设（JSON，格式见 docs/simulation.md）',
    asOf: '按哪一天的事实和资质；默认城市的数据日期',
    submittedOn: '按哪一天申报，测算期自此起 12 个月；默认同上',
    json: '输出 JSON，格式见 docs/json-output.md',
    csv: '把全部数字写成 CSV',
    svg: '把图写成 SVG',
    values: { change: '路径=值', sweep: '路径=起..止/步长', rate: '比例', amount: '金额' },
  },
  en: {
    simulate: 'what a change to a measure does: who gains, what it costs, when the money runs out',
    city: 'city folder (./huiqi city generate makes one, city import takes one in)',
    enterprises: 'no folder: make so many entities for this run, at most 500000',
    seed: 'seed of such a city and of assumptions',
    change:
      'changes, several if need be: PATH=NEW or PATH=OLD..NEW; a value may be none (leave out) or not-found',
    sweep:
      'step by step: PATH=FROM..TO/STEP, such as project.total_investment.at-least=20M..10M/2M',
    takeUp: 'share of those reached who apply; 100% otherwise',
    budget: 'budget; the pool of the measure otherwise',
    assume: 'what is assumed of projects, contracts … (JSON, described in docs/simulation.md)',
    asOf: 'facts and titles as of this day; the day of the city otherwise',
    submittedOn: 'day of application, the 12 months looked at begin here; the same otherwise',
    json: 'print JSON, described in docs/json-output.md',
    csv: 'write all figures as CSV',
    svg: 'write the chart as SVG',
    values: { change: 'path=value', sweep: 'path=from..to/step', rate: 'rate', amount: 'amount' },
  },
} as const
