import { type ColumnModel, inThousands, inYuan, wideCount } from './column-model.ts'
import { at, type Draft, type Series, yearly } from './draft.ts'

const NEVER = Number.NEGATIVE_INFINITY

/** Figures of the year that still runs are known only of those that report monthly. */
const reported = (draft: Draft, row: number, { ago, value }: { ago: number; value: number }) =>
  ago === 0 && at(draft.entered, row) === NEVER ? Number.NaN : value

const figure =
  (of: (draft: Draft) => Series): ColumnModel['value'] =>
  (draft, row, ago) =>
    reported(draft, row, { ago, value: yearly(of(draft), ago, row) })

const people =
  (of: (draft: Draft) => Series): ColumnModel['value'] =>
  (draft, row, ago) =>
    yearly(of(draft), ago, row)

/** Models of accounts, staff and capital. */
export const FINANCE_MODELS: Readonly<Record<string, ColumnModel>> = {
  'enterprise.revenue': inThousands(figure((draft) => draft.revenue)),
  'enterprise.main_revenue': inThousands(figure((draft) => draft.mainRevenue)),
  'enterprise.output_value': inThousands(figure((draft) => draft.output)),
  'enterprise.total_assets': inThousands(figure((draft) => draft.assets)),
  'enterprise.total_liabilities': inThousands(figure((draft) => draft.liabilities)),
  'enterprise.net_profit': inThousands(figure((draft) => draft.profit)),
  'enterprise.rd_spending': inThousands(figure((draft) => draft.research)),
  'enterprise.employees': wideCount(people((draft) => draft.employees)),
  'enterprise.rd_staff': wideCount(people((draft) => draft.researchers)),
  'enterprise.new_equity_two_years': inYuan((draft, row) => at(draft.equityTwo, row)),
  'enterprise.new_equity_three_years': inYuan((draft, row) => at(draft.equityThree, row)),
}
