import { expect, test } from '@jest/globals'
import { readDocument } from '../src/document/index.js'
import { readLanguage } from '../src/language/index.js'
import { applyKnowledge, readKnowledge } from '../src/names/knowledge.js'
import { linkNames, referenceIndex } from '../src/names/linking/index.js'
import type { Cast, EntityType, NameMention } from '../src/types.js'

/** Names are written into the text as [PERSON Jane Roe]: what the tagger would find, without the tagger. */
function read(marked: string, csv?: string): { text: string; cast: Cast; errors: string[] } {
  const names: { start: number; end: number; type: EntityType }[] = []
  let text = '', at = 0
  for (const found of marked.matchAll(/\[([A-Z_]+) ([^\]]+)\]/g)) {
    text += marked.slice(at, found.index)
    names.push({ start: text.length, end: text.length + found[2].length, type: found[1] as EntityType })
    text += found[2]
    at = found.index + found[0].length
  }
  text += marked.slice(at)
  const document = readDocument({ id: 'x', text }), language = readLanguage(document)
  let token = 0
  const mentions: NameMention[] = names.map(name => {
    while (language.tokens[token].end <= name.start) token++
    const first = token
    while (token < language.tokens.length && language.tokens[token].start < name.end) token++
    return { ...name, first, last: token }
  })
  const known = csv === undefined ? undefined : readKnowledge(csv)
  const given = known ? applyKnowledge(document, language, mentions, known.knowledge) : mentions
  return { text, cast: linkNames(document, language, given, known?.knowledge), errors: known?.errors ?? [] }
}

/** Each entity as "Name: form, form", its names only. */
const cast = (marked: string): string[] => read(marked).cast.entities
  .map(e => `${e.name}: ${e.mentions.filter(m => m.kind === 'name').map(m => m.text).join(', ')}`)

/** The names that the references (pronouns, nominals) of a text mean, in its order. */
const references = (marked: string): string[] => read(marked).cast.entities
  .flatMap(e => e.mentions.filter(m => m.kind !== 'name').map(m => ({ at: m.start, said: `${m.text} = ${e.name}` })))
  .sort((a, b) => a.at - b.at).map(r => r.said)

const entity = (marked: string, name: string) => read(marked).cast.entities.find(e => e.name === name)!

test('links a surname to the full name, before and after it', () => {
  expect(cast('[PERSON Roe] wins. The mayor, [PERSON Jane Roe], cheered. [PERSON Roe] left.')).toEqual(['Jane Roe: Roe, Jane Roe, Roe'])
})

test('numbers entities in order of first mention and lists other forms as aliases', () => {
  const { entities } = read('[PERSON Ann Poe] met [PERSON Lou Fry] in [GPE Oslo]. [PERSON Fry] thanked [PERSON Poe].').cast
  expect(entities.map(e => [e.id, e.name, e.aliases])).toEqual([['e1', 'Ann Poe', ['Poe']], ['e2', 'Lou Fry', ['Fry']], ['e3', 'Oslo', []]])
})

test('keeps Bill and Hillary Clinton apart by their titles', () => {
  expect(cast('[PERSON Bill Clinton] and [PERSON Hillary Clinton] came. Mrs. [PERSON Clinton] spoke first, then Mr. [PERSON Clinton].'))
    .toEqual(['Bill Clinton: Bill Clinton, Clinton', 'Hillary Clinton: Hillary Clinton, Clinton'])
})

test('does not give the wife the husband', () => {
  expect(cast('Vice President [PERSON Mike Pence] arrived. Mrs. [PERSON Pence] waved.')).toEqual(['Mike Pence: Mike Pence', 'Pence: Pence'])
})

test('keeps members of a family apart by their first names', () => {
  expect(cast('[PERSON Mike Pence] came with [PERSON Karen Pence] and [PERSON Charlotte Pence]. [PERSON Karen] smiled. [PERSON Pence] spoke.'))
    .toEqual(['Mike Pence: Mike Pence, Pence', 'Karen Pence: Karen Pence, Karen', 'Charlotte Pence: Charlotte Pence'])
})

test('keeps father and son apart', () => {
  expect(cast('[PERSON Sam Orr Jr.] took over from [PERSON Sam Orr Sr.] in May.')).toEqual(['Sam Orr Jr.: Sam Orr Jr.', 'Sam Orr Sr.: Sam Orr Sr.'])
  expect(cast('[PERSON George H. W. Bush] raised [PERSON George W. Bush].')).toHaveLength(2)
})

test('knows nicknames and initials', () => {
  expect(cast('[PERSON Michael R. Pompeo] spoke. [PERSON Mike Pompeo] left.')).toHaveLength(1)
  expect(cast('[PERSON J. Smith] wrote to [PERSON John Smith] and [PERSON Jane Smith].')).toHaveLength(3)
})

test('knows a surname that stands first', () => {
  expect(cast('[PERSON Lee Do-hoon] met [PERSON Kim Yong Chol]. [PERSON Lee] thanked [PERSON Kim].')).toEqual(['Lee Do-hoon: Lee Do-hoon, Lee', 'Kim Yong Chol: Kim Yong Chol, Kim'])
})

test('keeps Ford the company and Ford the person apart', () => {
  expect(cast('[PERSON Rob Ford] drove a [ORG Ford Motor Co.] truck. [PERSON Ford] laughed; [ORG Ford] did not.'))
    .toEqual(['Rob Ford: Rob Ford, Ford', 'Ford Motor Co.: Ford Motor Co., Ford'])
})

test('links countries and their variants, and keeps peoples apart from them', () => {
  expect(cast('The [GPE U.S.] and the [GPE United States], or [GPE America], told [GPE North Korea] ([GPE DPRK]) what [NORP Americans] think.'))
    .toEqual(['United States: U.S., United States, America', 'North Korea: North Korea, DPRK', 'Americans: Americans'])
  expect(cast('[GPE South Korea], that is the [GPE Republic of Korea], is not [GPE North Korea].')).toHaveLength(2)
})

test('links organisations by acronym, bracket and short form', () => {
  expect(cast('The [ORG World Bee Council] ([ORG WBC]) met. The [ORG WBC] voted.')).toEqual(['World Bee Council: World Bee Council, WBC, WBC'])
  expect(cast('The [ORG U.S. State Department] spoke. The [ORG State Department] denied it.')).toHaveLength(1)
  expect(cast('[ORG KFDI News] called. [ORG KFDI] asked again.')).toEqual(['KFDI News: KFDI News, KFDI'])
  expect(cast('The [ORG Senate] heard the [ORG Senate Budget Committee] and the [ORG White House]; the [ORG House] did not.')).toHaveLength(4)
})

test('tells the two Georgias apart', () => {
  expect(cast('A court in Atlanta, [GPE Georgia], ruled on Monday. Russian troops left Tbilisi, [GPE Georgia], a week later.'))
    .toEqual(['Georgia: Georgia', 'Georgia: Georgia'])
  expect(cast('Voters in [GPE Georgia] and [GPE Ohio] waited. [GPE Georgia] closed its polls at 7.')).toHaveLength(2)
})

test('shows what a bill is called, not its number, and joins the two', () => {
  expect(cast('She backs [LAW H.R. 12], the [LAW Clean Rivers Act]. The [LAW Clean Rivers Act] is new.')).toEqual(['Clean Rivers Act: H.R. 12, Clean Rivers Act, Clean Rivers Act'])
  expect(cast('She backs [LAW H.R. 12] and the [LAW Clean Rivers Act].')).toHaveLength(2)
})

test('shows a country by its usual name though that is short, and a fuller name though it is shouted', () => {
  expect(cast('[GPE Iran] spoke. The [GPE Islamic Republic] spoke.')).toEqual(['Iran: Iran, Islamic Republic'])
  expect(cast('[GPE WASHINGTON, D.C.] slept. [GPE Washington] woke.')).toEqual(['WASHINGTON, D.C.: WASHINGTON, D.C., Washington'])
})

test('keeps apart what differs by a numeral, countries of like names, and a continent from its parts', () => {
  expect(cast('[EVENT World War I] led to [EVENT World War II].')).toHaveLength(2)
  expect(cast('[GPE Iceland] wrote to [GPE Ireland].')).toHaveLength(2)
  expect(cast('[LOC West Africa] is a part of [LOC Africa].')).toHaveLength(2)
})

test('takes no gender from a surname that stands first or from half a first name', () => {
  expect(cast('[PERSON Kim Dae Yun] came. Mr. [PERSON Kim] spoke.')).toEqual(['Kim Dae Yun: Kim Dae Yun, Kim'])
  expect(cast('[PERSON Jean-Claude Morel] came. Mr. [PERSON Morel] spoke.')).toEqual(['Jean-Claude Morel: Jean-Claude Morel, Morel'])
})

test('reads acronyms with and without the nation in front', () => {
  expect(cast('The [ORG U.S. River and Bridge Service] wrote. [ORG USRBS] is old.')).toHaveLength(1)
  expect(cast('The [ORG United States Commission on Public Debts] wrote. The [ORG CPD] is old.')).toHaveLength(1)
  expect(cast('The [ORG Sudanese Road Repair Office] wrote. The [ORG RRO] is old.')).toHaveLength(1)
})

test('reads roles from titles, appositions and coordinations', () => {
  expect(entity('[GPE U.S.] Secretary of State [PERSON Jane Roe] spoke.', 'Jane Roe').roles).toEqual(['U.S. Secretary of State'])
  expect(entity('[PERSON Kim Ro], vice chairman of the ruling party, resigned.', 'Kim Ro').roles).toEqual(['vice chairman of the ruling party'])
  expect(entity('The mayor, [PERSON Jane Roe], resigned.', 'Jane Roe').roles).toEqual(['mayor'])
  expect(read('Senators [PERSON Ann Poe] (R-Utah), [PERSON Lou Fry] and [PERSON Jo Day] agreed.').cast.entities.map(e => e.roles)).toEqual([['Senators'], ['Senators'], ['Senators']])
  expect(entity('[PERSON Ann Poe] met President [PERSON Lou Fry].', 'Ann Poe').roles).toEqual([])
})

test('gives pronouns to the person of their gender', () => {
  expect(references('[PERSON Mary Hall] met [PERSON James Dean] on Monday. She said that he was late.')).toEqual(['She = Mary Hall', 'he = James Dean'])
})

test('leaves a pronoun alone that nobody named can be', () => {
  expect(references('[PERSON Mary Hall] came home. He was gone.')).toEqual([])
})

test('does not take the speaker for who is spoken of within marks', () => {
  expect(references('[PERSON Mary Hall] was sure. "She never called," said [PERSON Mary Hall].')).toEqual([])
})

test('nobody names himself: who is named in what is said did not say it', () => {
  expect(references('[PERSON Paul Dean] met [PERSON Carl Hall]. [PERSON Dean] was calm. “We talked with [PERSON Hall] for hours,” he said.')).toEqual(['he = Paul Dean'])
})

test('a first name only hints at the gender of who spoke last', () => {
  expect(references('“The bridge is safe,” [PERSON Lindsey Poe] said. He added, “It will open soon.”')).toEqual(['He = Lindsey Poe'])
  expect(references('Mrs. [PERSON Lindsey Poe] said so. He added that it rained.')).toEqual([])
})

test('gives an age to the person in play', () => {
  expect(references('[PERSON Ann Poe] spoke in [GPE Utah] on Monday. The 46-year-old said that all was well.')).toEqual(['The 46-year-old = Ann Poe'])
})

test('what a person of the news is called need not stand in the text that names her', () => {
  expect(references('[PERSON Lou Fry] met [PERSON Bernie Sanders]. The [GPE Vermont] senator said that all was well.')).toEqual(['The Vermont senator = Bernie Sanders'])
})

test('“it” goes on speaking for an organisation', () => {
  expect(references('[ORG Acme] said on Monday that sales had risen. It said that they would rise again.')).toEqual(['It = Acme'])
})

test('gives nominals to whom their role fits', () => {
  expect(references('[GPE Florida] Senator [PERSON Marco Diaz] met [PERSON Ann Poe]. The [GPE Florida] senator said that he was glad.'))
    .toEqual(['The Florida senator = Marco Diaz', 'he = Marco Diaz'])
  expect(references('Rep. [PERSON Ann Poe] (R-Utah) met Rep. [PERSON Lou Fry] (D-Ohio). The [GPE Utah] [NORP Republican] said that all was well.')).toEqual(['The Utah Republican = Ann Poe'])
  expect(references('The [ORG Interior Ministry] met reporters on Monday. The ministry said that all was well.')).toEqual(['The ministry = Interior Ministry'])
})

test('tells which mention heads a span', () => {
  const marked = '[PERSON Mike Stone], the secretary of state, met an aide to [PERSON Ann Poe] and [PERSON Poe]’s lawyer. [GPE U.S.] Senator [PERSON Lou Fry] left.'
  const { text, cast: whole } = read(marked), lookup = referenceIndex(whole, text)
  const name = (span: string): string | undefined => lookup({ start: text.indexOf(span), end: text.indexOf(span) + span.length })?.entity.name
  expect(name('Mike Stone, the secretary of state')).toBe('Mike Stone')
  expect(name('U.S. Senator Lou Fry')).toBe('Lou Fry')
  expect(name('an aide to Ann Poe')).toBeUndefined()
  expect(name('Poe’s lawyer')).toBeUndefined()
})

test('a title does not hide what ties a name to the word before it', () => {
  const { text, cast: whole } = read('Advisers to Mr. [PERSON Poe] left. Former President [PERSON Lou Fry] stayed.'), lookup = referenceIndex(whole, text)
  const name = (span: string): string | undefined => lookup({ start: text.indexOf(span), end: text.indexOf(span) + span.length })?.entity.name
  expect(name('Advisers to Mr. Poe')).toBeUndefined()
  expect(name('Former President Lou Fry')).toBe('Lou Fry')
})

test('a name in apposition tells whom a nominal means', () => {
  expect(references('Governor [PERSON Lou Fry] left. The governor, [PERSON Ann Poe], said that she would stay.')).toEqual(['The governor = Ann Poe', 'she = Ann Poe'])
})

test('takes the user’s own names: types, merges, bans', () => {
  const { cast: own, errors } = read('The [PERSON Acme] board met J.R. and [ORG Monday Club]. [PERSON Jane Roe] left on [PERSON Sunday].', 'name,type,canonical,aliases\nJane Roe,PERSON,,"J.R.; Janey"\nAcme,ORG,Acme Corp.,\nSunday,BAN\n')
  expect(errors).toEqual([])
  expect(own.entities.map(e => [e.name, e.type, e.mentions.map(m => m.text)])).toEqual([
    ['Acme Corp.', 'ORG', ['Acme']], ['Jane Roe', 'PERSON', ['J.R.', 'Jane Roe']], ['Monday Club', 'ORG', ['Monday Club']],
  ])
})

test('names the lines of a list of names that are wrong', () => {
  expect(readKnowledge('name,type\nAnn,PERSON\n,ORG\nBob\n\n"Ca\nrl",THING\nAnn,ORG\nDot,BAN,x\n').errors.map(e => e.slice(0, 7))).toEqual(['line 3:', 'line 4:', 'line 6:', 'line 8:', 'line 9:'])
  expect(readKnowledge('').errors).toHaveLength(1)
  expect(readKnowledge('name,kind\n').errors).toHaveLength(2)
  expect(readKnowledge('name,type\n"Ann,PERSON\n').errors).toEqual(['line 2: a quoted field is not closed'])
})

test.each([
  ['one surname', (i: number) => `[PERSON N${i}ame Smith] saw Mr. [PERSON Smith]. He left.`],
  ['one word in all firms', (i: number) => `[ORG Acme Unit ${i} Inc] of [ORG Acme] (the company) grew.`],
  ['one name again and again', () => 'Mr. [PERSON Jo Smith] and the senator met her.'],
])('is linear: %s', (_, part) => {
  const started = performance.now()
  const text = Array.from({ length: 12_000 }, (_, i) => part(i)).join(' ')
  expect(read(text).cast.entities.length).toBeGreaterThan(0)
  expect(performance.now() - started).toBeLessThan(15_000)
})
