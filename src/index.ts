/** The public API. */
export { analyze, type AnalyzeOptions } from './analyze.js'
export { readKnowledge, type Knowledge } from './names/knowledge.js'
export { documentRecord, type DocumentRecord } from './output/records.js'
export type * from './types.js'
