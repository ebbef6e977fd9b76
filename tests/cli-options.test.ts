/** The table of options feeds parser, help, completion and README: here all of them are compared with it. UPDATE_README=1 writes the README's. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { COMMAND_NAMES, COMMAND_SPECS, SHELLS } from '../src/cli/commands.js'
import { completionOf } from '../src/cli/completion.js'
import { flagsOf, meaningOf, OPTIONS, parsed, valuesOf, type OptionSpec } from '../src/cli/options.js'
import { clock, createProgress } from '../src/cli/progress.js'
import { kpen, ROOT } from './support/kpen.js'
import { REFERENCES, withReferences } from './support/reference.js'

const README = `${ROOT}README.md`

const optionsOf = (command: string): OptionSpec[] => OPTIONS.filter(o => o.commands.some(c => c === command))

describe('the tables', () => {
  test('each option is described, belongs to a command and clashes with no other', () => {
    for (const { name } of COMMAND_SPECS) {
      const own = optionsOf(name).map(flagsOf)
      const names = [...own.flatMap(f => (f.short === null ? [] : [f.short])), ...own.map(f => f.long), '-h', '--help', '-V', '--version']
      expect(names).toEqual([...new Set(names)])
    }
    for (const option of OPTIONS) {
      expect(option.commands.length).toBeGreaterThan(0)
      expect(option.description).toMatch(/^[a-zA-Z].{5,}[^.]$/)
    }
  })

  test('each command has a row', () => expect(COMMAND_SPECS.map(spec => spec.name)).toEqual(COMMAND_NAMES))

  test('each command is described, and its examples are a line long and use what there is', () => {
    for (const { name, summary, description, examples } of COMMAND_SPECS) {
      expect(summary).toMatch(/^[a-zA-Z].{5,45}[^.]$/)
      expect(description).toMatch(/^[A-Z].{20,}\.$/)
      expect(examples.length).toBeGreaterThan(0)
      for (const example of examples) {
        expect(example.length).toBeLessThanOrEqual(100)
        expect(example.split(' ').slice(0, 2)).toEqual(['kpen', name])
        for (const [long] of example.split(' | ')[0].matchAll(/--[\w-]+/g)) expect(optionsOf(name).map(o => flagsOf(o).long)).toContain(long)
      }
    }
  })

  test('each option is tried by some test', () => {
    const files = readdirSync(`${ROOT}tests`, { recursive: true, encoding: 'utf8' }).filter(name => /\.test\.ts$|options\.json$/.test(name))
    const tests = files.map(name => readFileSync(`${ROOT}tests/${name}`, 'utf8')).join('\n')
    for (const { short, long } of OPTIONS.map(flagsOf)) expect(tests).toMatch(new RegExp(`['"\\s](?:${long}${short === null ? '' : `|${short}`})['"\\s]`))
  })

  test('values that depend on the command are checked', () => {
    const row = (long: string): OptionSpec => OPTIONS.find(o => flagsOf(o).long === long)!
    expect(parsed(row('--sort'), 'Count', '--sort', 'entities')).toBe('count')
    expect(() => parsed(row('--sort'), 'count', '--sort', 'dates')).toThrow("--sort: 'count' is none of start, value, from, to, text, type (entities has it)")
    expect(parsed(row('--columns'), 'name, type', '--columns', 'entities')).toEqual(['name', 'type'])
    expect(() => parsed(row('--format'), 'csv', '--format', 'analyze')).toThrow("--format: 'csv' is none of table, json, jsonl, html, brat, conll, tei (entities, dates, quotes have it)")
  })
})

describe('help, completion and README know every command and every option of each', () => {
  const readme = readFileSync(README, 'utf8')

  test('kpen --help lists the commands of the table', () => {
    const listed = [...kpen(['--help']).stdout.split('Commands:')[1].matchAll(/^ {2}([\w|]+) [[<].*?[\]>] +(.*)$/gm)].map(([, names, summary]) => [names, summary])
    expect(listed).toEqual(COMMAND_SPECS.map(({ name, aliases = [], summary }) => [[name, ...aliases].join('|'), summary]))
  })

  test.each(COMMAND_SPECS.map(spec => spec.name))('%s', name => {
    const help = kpen([name, '--help'], { env: { COLUMNS: '1000' } }).stdout
    for (const option of optionsOf(name)) expect(help).toMatch(new RegExp(`^ {2}${option.flags.replace(/[/]/g, '\\/')} +${meaningOf(option, name).replace(/[().]/g, '\\$&')}$`, 'm'))
    const listed = [...help.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, long]) => long)
    expect(listed).toEqual([...optionsOf(name).map(o => flagsOf(o).long), '--help'])
    expect(kpen(['help', name], { env: { COLUMNS: '1000' } }).stdout).toBe(help)
  })

  test.each(SHELLS)('completion for %s', shell => {
    const script = completionOf(shell)
    for (const option of OPTIONS) expect(script).toContain(shell === 'fish' ? `-l ${flagsOf(option).long.slice(2)} ` : flagsOf(option).long)
    for (const { name, summary } of COMMAND_SPECS) expect(script).toContain(shell === 'bash' ? name : shell === 'zsh' ? `'${name}:${summary}'` : `-a ${name} -d '${summary}'`)
    if (spawnSync(shell, ['--version']).error) return
    const file = join(mkdtempSync(join(tmpdir(), 'kpen-')), 'kpen')
    writeFileSync(file, script)
    expect(spawnSync(shell, ['-n', file], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
  })

  test('the README holds the references that the tables give', () => {
    for (const name of Object.keys(REFERENCES)) expect(readme).toContain(`<!-- /${name} -->`)
    if (process.env.UPDATE_README === '1') writeFileSync(README, withReferences(readme))
    else expect(readme).toBe(withReferences(readme))
  })
})

describe('completion in bash', () => {
  const complete = (...words: string[]): string[] => {
    const script = `${completionOf('bash')}\nCOMP_WORDS=(${words.map(w => `'${w}'`).join(' ')}); COMP_CWORD=${words.length - 1}; compopt() { :; }; _kpen; printf '%s\\n' "\${COMPREPLY[@]}"`
    return spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout.trim().split('\n')
  }
  const inBash = spawnSync('bash', ['--version']).error ? test.skip : test

  inBash('offers commands, options and values', () => {
    expect(complete('kpen', 'ent')).toEqual(['entities'])
    expect(complete('kpen', 'quotes', '--sp')).toEqual(['--speaker'])
    expect(complete('kpen', 'quotes', '--format', 'js')).toEqual(['json', 'jsonl'])
    expect(complete('kpen', 'entities', '--sort', '')).toEqual([...valuesOf(OPTIONS.find(o => o.flags.startsWith('--sort'))!, 'entities')])
    expect(complete('kpen', 'completion', 'z')).toEqual(['zsh'])
    expect(complete('kpen', 'schema', 'd')).toEqual(['dates'])
    expect(complete('kpen', 'text', '--input-format', 'd')).toEqual(['docx'])
  })
})

describe('the options on the command line', () => {
  const text = '"No," Ann Lee said on May 4, 2020. Lee met Bo Wu and the Harbor Trust. "Yes," said Wu on May 3, 2020.'
  const run = (...args: string[]): ReturnType<typeof kpen> => kpen([...args, '-'], { input: text })

  test('--sort, --limit and --columns', () => {
    expect(run('dates', '--sort', 'value', '--columns', 'value,text', '-f', 'csv').stdout).toBe('value,text\n2020-05-03,"May 3, 2020"\n2020-05-04,"May 4, 2020"\n')
    expect(JSON.parse(run('dates', '--sort', 'value', '--limit', '1', '--json').stdout).map((d: { value: string }) => d.value)).toEqual(['2020-05-03'])
    expect(run('dates', '--limit', '0')).toMatchObject({ status: 2, stderr: "kpen: --limit: '0' is no number from 1 up\n" })
    expect(run('entities', '--columns', 'sentence,kind')).toMatchObject({ status: 2, stderr: "kpen: --columns: 'kind' is a column with --mentions only\n" })
  })

  test('--about, --min-mentions, --min-confidence, --kind and --speaker keep what they name', () => {
    const about = 'Bo Wu leads the Harbor Trust. "Wu will stay," Ann Lee said. "I like it," she added. Lee said that it rained.'
    const texts = (...args: string[]): string[] => JSON.parse(kpen(['quotes', '--json', ...args, '-'], { input: about }).stdout).map((q: { text: string }) => q.text)
    expect(texts('--about', 'Bo Wu')).toEqual(['Wu will stay,'])
    expect(texts('--about', 'wu', '--speaker', 'lee')).toEqual(['Wu will stay,'])
    expect(texts('--speaker', 'Wu')).toEqual([])
    expect(texts('--kind', 'indirect')).toEqual(['it rained'])
    expect(texts('--min-confidence', '1')).toEqual([])
    const names = (...args: string[]): string[] => JSON.parse(run('entities', '--json', '--type', 'person', ...args).stdout).map((e: { name: string }) => e.name)
    expect(names('--min-mentions', '2').sort()).toEqual(['Ann Lee', 'Bo Wu'])
    expect(names('--min-mentions', '3')).toEqual([])
  })

  test('--date holds where the input does not say', () => {
    const valueOf = (input: string, ...args: string[]): string => JSON.parse(kpen(['dates', '--json', '--date', '2020-05-06', ...args, '-'], { input }).stdout)[0].value
    expect(valueOf('She left on Monday.')).toBe('2020-05-04')
    expect(valueOf('{"text": "She left on Monday.", "date": "2021-03-03"}', '--input-format', 'jsonl')).toBe('2021-03-01')
  })

  test('--cut and --wrap, --quiet and --verbose exclude each other', () => {
    expect(run('quotes', '--cut', '--wrap')).toMatchObject({ status: 2, stderr: 'kpen: --wrap and --cut exclude each other\n' })
    expect(run('quotes', '-q', '-v')).toMatchObject({ status: 2, stderr: 'kpen: --quiet and --verbose exclude each other\n' })
  })

  test('--verbose tells of each document and at the end', () => {
    expect(run('dates', '--verbose').stderr).toMatch(/^kpen: -: read \(\d+ characters\)\nkpen: 1 read, 0 failed, \d+ characters, \d+\.\d s\n$/)
  })

  test('COLUMNS, NO_COLOR and FORCE_COLOR', () => {
    const wide = kpen(['quotes', '-'], { input: text, env: { FORCE_COLOR: '1' } }).stdout
    expect(wide).toContain('\x1b[1m')
    expect(kpen(['quotes', '-'], { input: text, env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout).not.toContain('\x1b')
    expect(kpen(['quotes', '--color', 'always', '-'], { input: text, env: { NO_COLOR: '1' } }).stdout).toContain('\x1b[1m')
    expect(kpen(['quotes', '--color', 'never', '-'], { input: text, env: { FORCE_COLOR: '1' } }).stdout).not.toContain('\x1b')
    for (const line of kpen(['entities', '-'], { input: text, env: { COLUMNS: '30' } }).stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(30)
  })
})

describe('progress', () => {
  const trial = (total: number | null) => {
    let now = 0
    const written: string[] = []
    const progress = createProgress({ write: piece => written.push(piece), width: 80, now: () => now, total: async () => total })
    return { progress, written, at: (ms: number) => { now = ms } }
  }

  test('keeps silent while the work is short', () => {
    const { progress, written, at } = trial(100)
    at(900)
    progress.done(10)
    progress.clear()
    expect(written).toEqual([])
  })

  test('tells share, rate and time left of long work, and clears its line', async () => {
    const { progress, written, at } = trial(1000)
    progress.read(100)
    at(1500)
    progress.done(5000)
    await Promise.resolve()
    progress.read(150)
    at(2000)
    progress.done(5000)
    progress.clear()
    expect(written).toEqual(['\r\x1b[Kkpen: 1 document, 0.7/s, 3.3 k characters/s', '\r\x1b[Kkpen: 25%, 2 documents, 1.0/s, 5.0 k characters/s, 0:06 left', '\r\x1b[K'])
  })

  test('writes hours as such', () => expect([clock(5), clock(65), clock(3725)]).toEqual(['0:05', '1:05', '1:02:05']))
})
