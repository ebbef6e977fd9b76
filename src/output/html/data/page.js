// Runs in the page. It only switches classes and attributes on and off: no text of a document is ever made into markup.
'use strict'

const all = (selector, within = document) => [...within.querySelectorAll(selector)]
const articles = all('article')
if (articles.length === 1) document.title = `${articles[0].querySelector('h2').textContent} · ${document.title}`
const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
const show = element => element.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })

const press = (buttons, pressed) => {
  for (const button of buttons) button.setAttribute('aria-pressed', String(button === pressed))
}

/** Shows what one voice says (null: all), in one article. */
const chooseVoice = (article, voice) => {
  article.classList.toggle('chosen', voice !== null)
  press(all('button[data-voice]', article), voice === null ? null : article.querySelector(`button[data-voice="${voice}"]`))
  for (const mark of all('mark', article)) mark.classList.toggle('faint', voice !== null && mark.dataset.voice !== voice)
  for (const card of all('.card', article)) card.hidden = voice !== null && card.dataset.voice !== voice
}

const chooseEntity = (article, entity) => {
  press(all('button[data-entity]', article), entity === null ? null : article.querySelector(`button[data-entity="${entity}"]`))
  const mentions = all('.text [data-entity]', article)
  for (const mention of mentions) mention.classList.toggle('lit', mention.dataset.entity === entity)
  const first = mentions.find(mention => mention.dataset.entity === entity)
  if (first) show(first)
}

const showAll = () => {
  for (const article of articles) {
    chooseVoice(article, null)
    chooseEntity(article, null)
    for (const lit of all('.lit', article)) lit.classList.remove('lit')
  }
}

const lightQuote = (article, quote) => {
  for (const element of all('[data-quote]', article)) element.classList.toggle('lit', element.dataset.quote === quote)
}

const isOn = button => button.getAttribute('aria-pressed') === 'true'

document.addEventListener('click', event => {
  const { target } = event
  const toggle = target.closest('button[data-show]')
  if (toggle) {
    const on = !isOn(toggle)
    toggle.setAttribute('aria-pressed', String(on))
    document.body.classList.toggle(`no-${toggle.dataset.show}`, !on)
    return
  }
  const article = target.closest('article')
  if (!article) return
  const voice = target.closest('button[data-voice]'), entity = target.closest('button[data-entity]')
  if (voice) return chooseVoice(article, isOn(voice) ? null : voice.dataset.voice)
  if (entity) return chooseEntity(article, isOn(entity) ? null : entity.dataset.entity)
  const quote = target.closest('[data-quote]')
  if (!quote || target.closest('details')) return
  lightQuote(article, quote.dataset.quote)
  if (quote.matches('mark')) {
    const card = all('.card', article).find(one => one.dataset.quote === quote.dataset.quote)
    if (card.hidden) chooseVoice(article, null)
    const pane = card.closest('.found')
    if (pane.scrollHeight > pane.clientHeight) pane.scrollTo({ top: card.offsetTop - pane.clientHeight / 3, behavior: calm ? 'auto' : 'smooth' })
  }
})

let current = -1
const step = by => {
  const links = all('.card:not([hidden]) .words a')
  if (links.length === 0) return
  current = Math.min(links.length - 1, Math.max(0, current + by))
  const card = links[current].closest('.card'), article = card.closest('article')
  lightQuote(article, card.dataset.quote)
  links[current].focus({ preventScroll: true })
  show(article.querySelector(`mark[data-quote="${card.dataset.quote}"]`) ?? card)
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input')) return
  if (event.key === 'Escape') showAll()
  else if (event.key === 'j') step(1)
  else if (event.key === 'k') step(-1)
})

/** The list of documents, put where it is seen, can be narrowed down by words of titles and speakers. */
const nav = document.querySelector('nav.index')
if (nav) {
  const field = document.createElement('input')
  field.type = 'search'
  field.placeholder = field.ariaLabel = 'title or speaker'
  const items = all('li', nav), wordsOf = article => [article.querySelector('h2'), ...all('.voices button > span:nth-child(2)', article)].map(part => part.textContent).join(' ').toLowerCase()
  const words = articles.map(wordsOf)
  field.addEventListener('input', () => {
    const wanted = field.value.toLowerCase().split(/\s+/)
    articles.forEach((article, i) => { items[i].hidden = article.hidden = !wanted.every(word => words[i].includes(word)) })
  })
  nav.querySelector('p').append(field)
  document.querySelector('main').before(nav)
}

for (const button of all('button')) button.disabled = false
document.querySelector('footer').hidden = false
