/** The page in a real browser: nothing of a document runs, clicks and keys work, axe finds nothing, no width overflows. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { browserPath, BROWSER_FLAGS } from './support/browser.js'
import { kpen } from './support/kpen.js'

const executablePath = browserPath()
const inBrowser = executablePath === undefined ? describe.skip : describe
const ATTACK = `"I came <img src=x onerror=alert(1)> & saw," Ann Lee said on March 3, 2021. <script>alert(2)</script><a href="javascript:alert(3)">x</a>

"We left </script><style>body{display:none}</style> in June," Bob Ray said. The "${'w'.repeat(300)}" was long.`

inBrowser(executablePath === undefined ? 'the page (skipped: no Chromium here; name one in CHROMIUM)' : 'the page', () => {
  let browser: Browser, url: string
  const seen: string[] = []
  const open = async (options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> => {
    const page = await (await browser.newContext(options)).newPage()
    page.on('dialog', dialog => {
      seen.push(dialog.message())
      void dialog.dismiss()
    })
    page.on('pageerror', error => seen.push(error.message))
    page.on('request', request => { if (!request.url().startsWith('file:')) seen.push(request.url()) })
    await page.goto(url)
    return page
  }

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kpen-page-'))
    writeFileSync(join(folder, 'attack <b>.txt'), ATTACK)
    writeFileSync(join(folder, 'calm.txt'), '"It is late," Eva Stone told reporters on Monday. Stone runs the Harbor Trust.')
    const { status } = kpen(['analyze', '--format', 'html', '--explain', '-o', 'page.html', 'attack <b>.txt', 'calm.txt'], { cwd: folder })
    expect(status).toBe(0)
    url = `file://${join(folder, 'page.html')}`
    browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
  })

  test('runs nothing of a document and asks for nothing', async () => {
    const page = await open()
    await page.waitForTimeout(100)
    expect(seen).toEqual([])
    expect(await page.locator('article img, article script, article style, article a[href^=javascript]').count()).toBe(0)
    expect(await page.locator('.text').first().innerText()).toContain('<img src=x onerror=alert(1)>')
    await page.context().close()
  })

  test('a click on a speaker shows what this one says, Escape all again', async () => {
    const page = await open(), article = page.locator('article').first(), cards = article.locator('.card:visible')
    const all = await cards.count()
    expect(all).toBeGreaterThan(1)
    await article.locator('button[data-voice="0"]').click()
    const own = await cards.count()
    expect(own).toBeLessThan(all)
    expect(await article.locator('button[data-voice="0"]').getAttribute('aria-pressed')).toBe('true')
    expect(await article.locator('mark.faint').count()).toBeGreaterThan(0)
    await page.keyboard.press('Escape')
    expect(await cards.count()).toBe(all)
    await page.context().close()
  })

  test('keys go from quote to quote, buttons hide kinds of marks, the index narrows documents down', async () => {
    const page = await open()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(await page.locator('.card.lit').count()).toBe(1)
    await page.locator('button[data-show=t]').click()
    expect(await page.evaluate(() => document.body.className)).toContain('no-t')
    await page.locator('nav.index input').fill('eva')
    expect(await page.locator('article:visible').count()).toBe(1)
    await page.context().close()
  })

  test('without script the list of documents stands first, links lead to them, and no control pretends to work', async () => {
    const page = await open({ javaScriptEnabled: false }), link = page.locator('nav.index a').nth(1), article = page.locator('article').nth(1)
    expect((await link.boundingBox())!.y).toBeLessThan((await page.locator('article').first().boundingBox())!.y)
    expect(await link.textContent()).toBe('calm.txt')
    const before = (await article.boundingBox())!.y
    await link.click()
    // How far it can be scrolled to the top depends on what stands below it.
    const { y } = (await article.boundingBox())!
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y).toBeLessThan(Math.min(before, 300))
    expect(await page.locator('button:enabled').count()).toBe(0)
    await page.context().close()
  })

  test('fits a phone and prints without its controls', async () => {
    const page = await open({ viewport: { width: 360, height: 740 } })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('nav.index, footer, .up').filter({ visible: true }).count()).toBe(0)
    await page.context().close()
  })

  test.each(['light', 'dark'] as const)('axe finds nothing (%s)', async colorScheme => {
    const page = await open({ colorScheme, bypassCSP: true })
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') })
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }
      return (await axe.run()).violations.map(v => `${v.impact} ${v.id}: ${v.nodes[0].html}`)
    })
    expect(found).toEqual([])
    await page.context().close()
  })
})
