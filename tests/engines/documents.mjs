/** Writes COUNT made-up articles as JSON Lines: node documents.mjs COUNT > in.jsonl */
import { articleLine } from '../support/articles.mjs'

const write = line => process.stdout.write(line) || new Promise(resolve => { process.stdout.once('drain', resolve) })
for (let i = 0; i < Number(process.argv[2] ?? 100); i++) await write(`${articleLine(i, 800)}\n`)
