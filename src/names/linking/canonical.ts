/** Words that mean one place as one key: Russia, Russian. */
import { countries, places } from './gazetteer.js'

export const canonical = (word: string): string => {
  const country = countries().get(word) ?? word, entry = places().get(country)
  return entry ? `@${entry[0].line}` : country
}
