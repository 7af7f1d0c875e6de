import { inBoth } from '../frame/language.tsx'

/** Kinds of things that an enterprise may have. */
export const THING_KINDS = inBoth({
  zh: {
    project: '项目',
    contract: '合同',
    loan: '贷款',
    hire: '新招用人员',
    product: '产品',
    exhibition: '展会',
    cluster: '产业集群',
  },
  en: {
    project: 'Project',
    contract: 'Contract',
    loan: 'Loan',
    hire: 'New hire',
    product: 'Product',
    exhibition: 'Exhibition',
    cluster: 'Industry cluster',
  },
})
