/** What other features may look up without loading a whole file. */
export { findEnterprise } from './enterprise-repository.ts'
export { lastStatementAt } from './file-repository.ts'
