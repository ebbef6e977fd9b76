/** Articles made up by rule, for the measures at scale: always the same, with names, dates, quotes and unknown words. */

const FIRST = ['Anna', 'Carlos', 'Mei', 'Olga', 'Samuel', 'Fatima', 'Jonas', 'Priya', 'Tom', 'Lucia']
const LAST = ['Brandt', 'Okafor', 'Silva', 'Novak', 'Tanaka', 'Haddad', 'Lindqvist', 'Rao', 'Miller', 'Moretti']
const TOWNS = ['Lisbon', 'Nairobi', 'Osaka', 'Bergen', 'Lima', 'Chicago', 'Zagreb', 'Pune']
const BODIES = ['the Harbour Council', 'the Ministry of Transport', 'the Northern Bank', 'the World Health Organization', 'the Green Party', 'Halden Motors']
const ROLES = ['Mayor', 'Senator', 'Professor', 'Minister', 'President']
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']
const PLANS = ['a new bridge over the river', 'lower fares for students', 'the merger of two hospitals', 'a ban on night flights', 'talks about the border', 'the budget for the coming year']
const SAYINGS = ['We will not wait for another winter', 'Nobody was asked, and nobody agreed', 'The figures speak for themselves', 'This is the best offer we have seen', 'Our children will pay for it']

/** Numbers that look drawn by lot but are always the same. */
const lots = seed => {
  let state = (seed * 2654435761 + 12345) >>> 0
  return list => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return typeof list === 'number' ? (state >>> 8) % list : list[(state >>> 8) % list.length]
  }
}

/** The text of article `number`, of about `length` characters. */
export function articleText(number, length = 2500) {
  const pick = lots(number + 1), person = () => `${pick(FIRST)} ${pick(LAST)}`
  const lead = person(), other = person(), town = pick(TOWNS), word = `Q${pick(100000).toString(36)}an`
  const paragraphs = [`${town.toUpperCase()}, March ${1 + pick(28)}, ${2001 + pick(20)} (Wire) -- ${pick(ROLES)} ${lead} presented ${pick(PLANS)} on ${pick(DAYS)}.`]
  let size = paragraphs[0].length
  while (size < length) {
    const surname = lead.split(' ')[1]
    const paragraph = pick([
      `"${pick(SAYINGS)}," ${surname} told reporters in ${town} on ${pick(DAYS)}. "${pick(SAYINGS)}."`,
      `${other}, who leads ${pick(BODIES)}, said that ${pick(PLANS)} would cost $${10 + pick(90)} million over the next ${2 + pick(8)} years.`,
      `The town of ${word} had ${1 + pick(90)},${100 + pick(900)} inhabitants in ${1950 + pick(70)}, according to ${pick(BODIES)}, and has grown by ${1 + pick(30)} percent since.`,
      `In a statement released last week, ${pick(BODIES)} called ${pick(PLANS)} “a step too far”. ${person()} disagreed, and asked for a vote in ${pick(TOWNS)} before the summer.`,
    ])
    paragraphs.push(paragraph)
    size += paragraph.length + 2
  }
  return paragraphs.join('\n\n')
}

/** Article `number` as a line of JSON, without its line feed. */
export const articleLine = (number, length) => JSON.stringify({ id: `a${number}`, text: articleText(number, length) })
