// Builds style sheet, script, icons and fonts into src/main/resources/static/assets with the hash of their content in
// their names, and the list that tells the application which name is the current one. Same input, same bytes.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const uswds = join(here, "node_modules/@uswds/uswds");
const target = join(here, "../src/main/resources/static/assets");
const list = join(here, "../src/main/resources/ui/assets.properties");

const icons =
  "add arrow_back arrow_forward attach_file autorenew calendar_today check check_circle close content_copy credit_card " +
  "delete edit error expand_more file_download file_upload folder_open help_outline history hourglass_empty info language " +
  "lock logout mail navigate_before navigate_next notifications_none person phone print radio_button_unchecked remove_circle " +
  "schedule search security visibility warning work";

const names = new Map();

function keep(name, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const dot = name.lastIndexOf(".");
  const hashed = `${name.slice(0, dot)}-${hash}${name.slice(dot)}`;
  writeFileSync(join(target, hashed), content);
  names.set(name, hashed);
  return hashed;
}

function fonts() {
  for (const script of ["latin", "latin-ext", "vietnamese"]) {
    const file = `node_modules/@fontsource-variable/public-sans/files/public-sans-${script}-wght-normal.woff2`;
    keep(`public-sans-${script}.woff2`, readFileSync(join(here, file)));
  }
}

function sprite() {
  const symbols = icons.split(" ").map((name) => {
    const svg = readFileSync(join(uswds, "dist/img/usa-icons", `${name}.svg`), "utf8");
    const shape = svg.replace(/^[\s\S]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "");
    return `<symbol id="${name}" viewBox="0 0 24 24">${shape}</symbol>`;
  });
  keep("icons.svg", `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`);
}

function styles() {
  const built = sass.compile(join(here, "css/fairway.scss"), {
    style: "compressed",
    loadPaths: [join(uswds, "packages")],
    quietDeps: true,
  });
  const css = built.css
    .replace(/^\uFEFF/, "")
    .replace(/@font-face\{font-family:"?(Merriweather|Roboto|Source)[^}]*\}/g, "")
    .replace(/url\("?\.\.\/img\/usa-icons\/([a-z_]+\.svg)"?\)/g, (all, icon) => {
      const svg = readFileSync(join(uswds, "dist/img/usa-icons", icon), "utf8").trim();
      return `url("data:image/svg+xml,${encodeURIComponent(svg).replace(/%20/g, " ").replace(/%3D/g, "=").replace(/%22/g, "'")}")`;
    })
    .replace(/url\("?(public-sans-[a-z-]+\.woff2)"?\)/g, (all, font) => `url("${names.get(font)}")`);
  keep("fairway.css", css);
}

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
mkdirSync(dirname(list), { recursive: true });
fonts();
sprite();
styles();
keep("fairway.js", readFileSync(join(here, "js/fairway.js")));
keep("drafts.js", readFileSync(join(here, "js/drafts.js")));
keep("passkeys.js", readFileSync(join(here, "js/passkeys.js")));
keep("mark.svg", readFileSync(join(here, "art/mark.svg")));
writeFileSync(list, [...names].sort().map(([name, hashed]) => `${name}=${hashed}\n`).join(""));
