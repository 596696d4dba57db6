'use strict';
/* global document, getComputedStyle */
/** Opens a report as people do, narrow and wide, light and dark, and prints what is wrong. */
const { resolve } = require('node:path');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');

const [executablePath, file] = process.argv.slice(2);
const address = pathToFileURL(resolve(file)).href;
const problems = [];
const expect = (holds, problem) => holds || problems.push(problem);

/** The lowest contrast of any text with its ground (WCAG 2.2, 1.4.3). */
function lowestContrast() {
  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = (colour) => {
    const [r, g, b] = numbers(colour).map((v) =>
      v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  let lowest = { contrast: 21, text: '' };
  for (const element of document.querySelectorAll('body *:not(script)')) {
    const own = [...element.childNodes].find((node) => node.nodeType === 3 && node.textContent.trim());
    if (!own) continue;
    let ground = element;
    while (ground.parentElement && numbers(getComputedStyle(ground).backgroundColor)[3] === 0)
      ground = ground.parentElement;
    const [dark, light] = [getComputedStyle(element).color, getComputedStyle(ground).backgroundColor]
      .map(luminance)
      .sort((a, b) => a - b);
    const contrast = (light + 0.05) / (dark + 0.05);
    if (contrast < lowest.contrast) lowest = { contrast, text: own.textContent.trim() };
  }
  return lowest;
}

async function look(browser, width, colorScheme) {
  const at = `${String(width)} px, ${colorScheme}`;
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  page.on('console', (message) => problems.push(`${at}: console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`${at}: ${error.message}`));
  page.on('request', (request) =>
    expect(request.url() === address || request.url() === 'data:,', `${at}: asks for ${request.url()}`),
  );
  await page.goto(address);

  const overflow = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(overflow <= width, `${at}: the page is ${String(overflow)} px wide`);

  const pod = page.locator('a.pod[href$="auth-api"]').first();
  await pod.focus();
  await page.keyboard.press('Enter');
  expect((await page.locator('.calls').count()) > 0, `${at}: nobody is marked who may call the chosen pod`);
  expect(
    (await page.locator('#chosen').innerText()).includes('auth/auth-api'),
    `${at}: the chosen pod has no card`,
  );
  const { contrast, text } = await page.evaluate(lowestContrast);
  expect(contrast >= 4.5, `${at}: "${text}" has a contrast of ${contrast.toFixed(2)}`);
  await page.keyboard.press('Escape');
  expect((await page.locator('.calls, [aria-current]').count()) === 0, `${at}: Escape leaves marks`);

  const stops = await page.locator('a[href], button, [tabindex="0"]').count();
  await page.reload();
  const reached = new Set();
  for (let stop = 0; stop < stops; stop++) {
    await page.keyboard.press('Tab');
    reached.add(
      await page.evaluate(() => [...document.querySelectorAll('*')].indexOf(document.activeElement)),
    );
  }
  expect(
    reached.size === stops,
    `${at}: the keyboard reaches ${String(reached.size)} of ${String(stops)} places`,
  );
  await page.close();
}

async function lookWithoutScript(browser) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('a.pod[href$="auth-api"]').first().click();
  const card = page.locator('.card:target');
  expect(
    (await card.count()) === 1 && (await card.isVisible()),
    'without JavaScript: a pod does not lead to its card',
  );
  await context.close();
}

async function main() {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    for (const width of [360, 1440])
      for (const scheme of ['light', 'dark']) await look(browser, width, scheme);
    await lookWithoutScript(browser);
  } finally {
    await browser.close();
  }
  process.stdout.write(`${[`${file}: ${String(problems.length)} problems`, ...problems].join('\n  ')}\n`);
  process.exitCode = problems.length ? 1 : 0;
}

main();
