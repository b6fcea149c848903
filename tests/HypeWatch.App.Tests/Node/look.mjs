// Looks at pages in a browser: node look.mjs CHROMIUM PICTURES(or -) WIDTH SCHEME SIGN-IN(or -) ADDRESS... A line of JSON a page: what a reader with a keyboard, a screen reader or a telephone would stumble over.
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";

const [executablePath, pictures, width, colorScheme, token, ...addresses] = process.argv.slice(2);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const context = await browser.newContext({ viewport: { width: Number(width), height: 900 }, colorScheme });
const page = await context.newPage();
let noise = [];
page.on("console", (message) => { if (message.type() === "error" || message.type() === "warning") noise.push(message.text()); });
page.on("pageerror", (error) => noise.push(String(error)));
page.on("request", (request) => { if (new URL(request.url()).host !== new URL(addresses[0]).host) noise.push(`asks ${request.url()}`); });
if (token !== "-") {
  await page.goto(new URL("/review", addresses[0]).href);
  await page.fill("[name=token]", token);
  await page.fill("[name=name]", "R. Viewer");
  await page.fill("[name=affiliation]", "none");
  await page.click("form.stack button");
}
for (const address of addresses) {
  noise = [];
  const answer = await page.goto(address);
  // Forms that are folded away are looked at as well.
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  const serious = found.violations.filter((one) => one.impact === "serious" || one.impact === "critical").map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const name = new URL(address).pathname.replaceAll("/", "_").slice(0, 40);
  if (pictures !== "-") await page.screenshot({ path: `${pictures}/${name}-${width}-${colorScheme}.png`, fullPage: true });
  console.log(JSON.stringify({ address: new URL(address).pathname, status: answer.status(), policy: answer.headers()["content-security-policy"] ?? "", wide, serious, noise, paper }));
}
await browser.close();
