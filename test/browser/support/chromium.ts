import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { type BrowserServer, chromium } from 'playwright-core'

const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--disable-default-apps',
  '--no-pings',
  '--font-render-hinting=none',
  // a page that asks for anything but our own server must fail here as it would offline
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]

/**
 * Starts one headless Chromium that any number of test files connect to by its `wsEndpoint()`: the
 * system's where one is installed, else the packed one. BROWSER=packed takes that one anyway,
 * CHROMIUM_PATH any other.
 */
export async function startChromium(): Promise<BrowserServer> {
  return chromium.launchServer(await chromiumOptions())
}

/** For a test that needs one of its own, set up in another way. */
export async function chromiumOptions() {
  const installed = process.env.BROWSER === 'packed' ? undefined : installedChromium()
  const { executablePath, env } = installed
    ? { executablePath: installed, env: {} }
    : await packedChromium()
  return { executablePath, args: FLAGS, headless: true, env: { ...process.env, ...env } }
}

function installedChromium(): string | undefined {
  return process.env.CHROMIUM_PATH ?? SYSTEM_BROWSERS.find((path) => existsSync(path))
}

/** The Chromium that comes inside an npm package, unpacked once per version and user. */
async function packedChromium() {
  const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin')
  const { version } = JSON.parse(await readFile(join(bin, '../package.json'), 'utf8'))
  const home = join(tmpdir(), `chromium-${version}-${userInfo().uid}`)
  if (!existsSync(home)) await unpack(bin, home)
  return {
    executablePath: join(home, 'chromium'),
    env: {
      LD_LIBRARY_PATH: `${home}:${join(home, 'lib')}:${process.env.LD_LIBRARY_PATH ?? ''}`,
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
    },
  }
}

/** Unpacks beside the goal and renames, so that two runs at once never see half a browser. */
async function unpack(bin: string, home: string) {
  const draft = mkdtempSync(`${home}-`)
  const inflate = async (name: string) =>
    promisify(brotliDecompress)(await readFile(join(bin, name)))
  writeFileSync(join(draft, 'chromium'), await inflate('chromium.br'), { mode: 0o700 })
  for (const archive of ['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']) {
    execFileSync('tar', ['-x', '--no-same-owner', '-C', draft], { input: await inflate(archive) })
  }
  mkdirSync(join(draft, 'font-cache'))
  writeFileSync(join(draft, 'fonts.conf'), fontSettings(home))
  try {
    renameSync(draft, home)
  } catch (error) {
    rmSync(draft, { recursive: true })
    if (!existsSync(home)) throw error
  }
}

/** The package's own settings look for fonts in one fixed folder; a bare system has none at all. */
function fontSettings(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${home}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <include ignore_missing="yes">/etc/fonts/conf.d</include>
  <cachedir>${home}/font-cache</cachedir>
</fontconfig>
`
}
