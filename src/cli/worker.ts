/** A worker thread: loads the models once, then does the work on one document after another. */
import Tinypool from 'tinypool'
import type { InputDocument } from '../types.js'
import { createWork, type Order } from './work.js'

/** What a worker is told when it starts. */
export interface WorkerData {
  readonly order: Order
  /** For each place in the crew's look-ahead the time at which its document was begun, in ms since `epoch`; 0 before. */
  readonly begun: Int32Array
  readonly epoch: number
}

export interface Task {
  readonly document: InputDocument
  readonly maybeFirst: boolean
  readonly number: number
  readonly place: number
}

const { order, begun, epoch } = Tinypool.workerData as WorkerData
const work = await createWork(order)
// The first document's clock shall not run while the models are loaded.
work({ id: '', text: 'Ann Lee said on Monday: "Yes."' }, false, 0)

export default ({ document, maybeFirst, number, place }: Task) => {
  Atomics.store(begun, place, Math.max(1, Date.now() - epoch))
  return work(document, maybeFirst, number)
}
