/** The table of options feeds parser, help, completion and README: here all of them are compared with it. UPDATE_README=1 writes the README's. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { COMMAND_SPECS, SHELLS } from '../src/cli/commands.js'
import { completionOf } from '../src/cli/completion.js'
import { flagsOf, OPTIONS, parsed, valuesOf } from '../src/cli/options.js'
import { clock, createProgress } from '../src/cli/progress.js'
import { kpen, ROOT } from './support/kpen.js'
import { MARKERS, optionReference } from './support/reference.js'

const README = `${ROOT}README.md`

describe('the table', () => {
  test('each option is described, belongs to a command and clashes with no other', () => {
    for (const { name } of COMMAND_SPECS) {
      const own = OPTIONS.filter(o => o.commands.includes(name)).map(flagsOf)
      const names = [...own.flatMap(f => (f.short === null ? [] : [f.short])), ...own.map(f => f.long), '-h', '--help', '-V', '--version']
      expect(names).toEqual([...new Set(names)])
    }
    for (const option of OPTIONS) {
      expect(option.commands.length).toBeGreaterThan(0)
      expect(option.description).toMatch(/^[a-zA-Z].{5,}[^.]$/)
    }
  })

  test('examples are a line long and use what there is', () => {
    for (const { examples } of COMMAND_SPECS) {
      for (const example of examples) {
        expect(example.length).toBeLessThanOrEqual(100)
        const [, command] = /^kpen (\w+)/.exec(example)!
        const known = OPTIONS.filter(o => o.commands.some(c => c === command)).map(o => flagsOf(o).long)
        for (const [long] of example.split(' | ')[0].matchAll(/--[\w-]+/g)) expect(known).toContain(long)
      }
    }
  })

  test('values that depend on the command are checked', () => {
    const sort = OPTIONS.find(o => flagsOf(o).long === '--sort')!, columns = OPTIONS.find(o => flagsOf(o).long === '--columns')!
    expect(parsed(sort, 'Count', '--sort', 'entities')).toBe('count')
    expect(() => parsed(sort, 'count', '--sort', 'dates')).toThrow("--sort: unknown 'count': use start, value, from, to, text, type")
    expect(parsed(columns, 'name, type', '--columns', 'entities')).toEqual(['name', 'type'])
  })
})

describe('help, completion and README know every option of every command', () => {
  const readme = readFileSync(README, 'utf8')

  test.each(COMMAND_SPECS.map(spec => spec.name))('%s', name => {
    const help = kpen([name, '--help']).stdout
    for (const option of OPTIONS.filter(o => o.commands.includes(name))) expect(help).toContain(option.flags)
    const listed = [...help.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, long]) => long)
    expect(listed).toEqual([...OPTIONS.filter(o => o.commands.includes(name)).map(o => flagsOf(o).long), '--help'])
  })

  test.each(SHELLS)('completion for %s', shell => {
    const script = completionOf(shell)
    for (const option of OPTIONS) expect(script).toContain(shell === 'fish' ? `-l ${flagsOf(option).long.slice(2)} ` : flagsOf(option).long)
    for (const { name } of COMMAND_SPECS) expect(script).toContain(name)
    if (spawnSync(shell, ['--version']).error) return
    expect(spawnSync(shell, ['-n'], { input: script, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
  })

  test('the README holds the reference that the table gives', () => {
    const [start, end] = MARKERS.map(marker => readme.indexOf(marker))
    if (process.env.UPDATE_README === '1') writeFileSync(README, readme.slice(0, start) + optionReference() + readme.slice(end + MARKERS[1].length))
    else expect(readme.slice(start, end + MARKERS[1].length)).toBe(optionReference())
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
  })
})

describe('the options on the command line', () => {
  const text = '"No," Ann Lee said on May 4, 2020. Lee met Bo Wu and the Harbor Trust. "Yes," said Wu on May 3, 2020.'
  const run = (...args: string[]): ReturnType<typeof kpen> => kpen([...args, '-'], { input: text })

  test('--sort, --limit and --columns', () => {
    expect(run('dates', '--sort', 'value', '--columns', 'value,text', '-f', 'csv').stdout).toBe('value,text\n2020-05-03,"May 3, 2020"\n2020-05-04,"May 4, 2020"\n')
    expect(JSON.parse(run('dates', '--sort', 'value', '--limit', '1', '--json').stdout).map((d: { value: string }) => d.value)).toEqual(['2020-05-03'])
    expect(run('dates', '--limit', '0')).toMatchObject({ status: 2, stderr: "kpen: --limit: '0' is no number from 1 to up\n" })
    expect(run('entities', '--columns', 'sentence,kind')).toMatchObject({ status: 2, stderr: "kpen: --columns: 'kind' is a column with --mentions only\n" })
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
