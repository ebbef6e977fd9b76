/** What a bare script pays for wink-nlp with its own model: the yardstick for a cold start. */
const winkNLP = require('wink-nlp'), model = require('wink-eng-lite-web-model')
console.log(winkNLP(model, ['sbd', 'pos']).readDoc('Ann Lee left Lisbon on Monday.').tokens().length())
