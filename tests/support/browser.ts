/** A real browser for the tests of the page: Debian's Chromium, or what CHROMIUM names. */
import { existsSync } from 'node:fs'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** Where a browser is; undefined where there is none. */
export const browserPath = (): string | undefined => [process.env.CHROMIUM ?? '', ...PLACES].find(place => place !== '' && existsSync(place))

export const BROWSER_FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
