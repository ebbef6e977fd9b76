/**
 * A queue's worker by the public API alone: BullMQ where it and a Redis (REDIS_URL) are there. Each job's data is an
 * article; its result is the record that `kpen analyze` prints. node queue.mjs [COUNT]
 */
import { analyze, documentRecord } from '../../dist/index.js'
import { articleText } from '../support/articles.mjs'

/** The processor: all that is needed of kpen. A job that throws is BullMQ's to retry. */
const processor = async job => documentRecord(analyze(job.data))

const installed = name => import(name).catch(() => null), bullmq = await installed('bullmq'), ioredis = await installed('ioredis'), { REDIS_URL } = process.env
if (!bullmq || !ioredis || !REDIS_URL) {
  console.log(`${bullmq && ioredis ? 'REDIS_URL is not set' : 'BullMQ with ioredis is not installed'}: only the processor is run`)
  const record = await processor({ data: { id: 'a1', text: articleText(1) } })
  if (record.id !== 'a1' || record.entities.length === 0) throw new Error('the processor found nothing')
} else {
  const count = Number(process.argv[2] ?? 100), connection = { url: REDIS_URL }
  const queue = new bullmq.Queue('kpen', { connection }), events = new bullmq.QueueEvents('kpen', { connection })
  const worker = new bullmq.Worker('kpen', processor, { connection })
  // A job id is its document's id: what is added twice is done once.
  const jobs = await queue.addBulk(Array.from({ length: count }, (_, i) => ({ name: 'article', data: { id: `a${i}`, text: articleText(i) }, opts: { jobId: `a${i}` } })))
  for (const job of jobs) {
    const record = await job.waitUntilFinished(events)
    if (JSON.stringify(record) !== JSON.stringify(await processor(job))) throw new Error(`${job.id} differs`)
  }
  console.log(`BullMQ: ${count} documents, equal to a single run`)
  await Promise.all([worker.close(), events.close()])
  await queue.obliterate({ force: true })
  await queue.close()
}
