// The README's pictures, made from the built command and the seed: node .github/screenshots.mjs (needs Chromium; CHROMIUM names another).
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const own = name => fileURLToPath(new URL(name, import.meta.url)), folder = mkdtempSync(join(tmpdir(), 'kpen-shots-'))
const kpen = (...args) => execFileSync(process.execPath, [own('../bin/kpen.js'), ...args, '--quiet', 'seeds'], { cwd: own('..'), encoding: 'utf8', env: { ...process.env, COLUMNS: '96' } })
const STYLE = { 1: 'font-weight:700', 2: 'opacity:.65', 4: 'text-decoration:underline', 32: 'color:#7ee2a8', 33: 'color:#ffd479', 35: 'color:#e3a3cb', 36: 'color:#6fd6e8', 94: 'color:#8ab8ff' }

/** A terminal's colours as HTML. */
const painted = text => {
  let open = 0
  const html = text.replace(/[&<]/g, c => (c === '&' ? '&amp;' : '&lt;')).replace(/\u001b\[(\d+)m/g, (_, code) => {
    if (STYLE[code]) {
      open++
      return `<span style="${STYLE[code]}">`
    }
    return open-- > 0 ? '</span>' : ''
  })
  return `<body style="margin:0;background:#17181c;color:#e8e6e1;padding:18px 22px;font:15px/1.42 'DejaVu Sans Mono',monospace"><pre style="margin:0;font:inherit">${html}</pre>`
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
const shoot = async (html, name, viewport, before = async () => {}) => {
  const path = join(folder, `${name}.html`), page = await browser.newPage({ viewport, deviceScaleFactor: 1.5 })
  writeFileSync(path, html)
  await page.goto(`file://${path}`)
  await before(page)
  await page.screenshot({ path: own(`${name}.png`) })
  await page.close()
}
await shoot(kpen('analyze', '--kind', 'direct,mixed', '--format', 'html'), 'page', { width: 1280, height: 860 })
await shoot(painted(`$ kpen quotes\n\n${kpen('quotes', '--color', 'always')}`), 'table', { width: 930, height: 640 })
await browser.close()
