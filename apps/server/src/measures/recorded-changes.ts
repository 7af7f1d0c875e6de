/** What other features may ask about the changes of measures. */
export { changesAfter, changesOf, lastChange, type RecordedChange } from './change-repository.ts'
