// Builds wwwroot from Assets and the npm packages: style sheet, script, fonts, images, icons. Run by FrontEnd.targets.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "sass";
import { favicon } from "./favicon.mjs";

const project = join(dirname(fileURLToPath(import.meta.url)), "..");
const from = (...parts) => join(project, ...parts);
const out = from("wwwroot", "assets");
rmSync(out, { recursive: true, force: true });
for (const folder of ["fonts", "images"]) mkdirSync(join(out, folder), { recursive: true });

// Both load paths: MOJ Frontend imports "node_modules/govuk-frontend/…", ours are without the folder.
const css = compile(from("Assets", "scss", "site.scss"), {
  loadPaths: [project, from("node_modules")],
  style: "compressed",
  quietDeps: true,
  logger: { warn: (message, { stack }) => stack?.includes("node_modules") || console.warn(`${message}\n${stack ?? ""}`) },
}).css;

const fonts = from("node_modules", "@fontsource-variable", "atkinson-hyperlegible-next", "files");
for (const [, name] of css.matchAll(/url\("?fonts\/([^")]+)"?\)/g)) copyFileSync(join(fonts, name), join(out, "fonts", name));

// The style sheet also names images of the packages (a crest in the footer) that belong to government alone and that no page of ours uses.
const images = from("node_modules", "@ministryofjustice", "frontend", "moj", "assets", "images");
for (const [, name] of css.matchAll(/url\("?(?:\.\/)?images\/([^")]+)"?\)/g))
  if (existsSync(join(images, name))) copyFileSync(join(images, name), join(out, "images", name));

// The packages ship as self-contained modules. Wrapped and joined with ours they are one file, so one address that can be kept for ever.
const packaged = (name, ...path) => {
  const code = readFileSync(from("node_modules", ...path), "utf8").replace(/\/\/# sourceMappingURL=.*\s*$/, "");
  const body = code.replace(/export\{[^{}]*\};?\s*$/, "");
  if (body === code) throw new Error(`${path.join("/")} no longer ends in a list of exports: mend Assets/build.mjs`);
  return `const ${name} = (() => {${body}; return { initAll };})();`;
};
const own = (file) => readFileSync(from("Assets", "js", file), "utf8").replace(/^import .*\n/gm, "").replace(/^export /gm, "");
const script = [
  packaged("govuk", "govuk-frontend", "dist", "govuk", "govuk-frontend.min.js"),
  packaged("moj", "@ministryofjustice", "frontend", "moj", "moj-frontend.min.js"),
  ...["status.js", "session.js", "drafts.js", "rows.js", "tips.js", "photo.js", "progress.js", "ticks.js", "suggest.js", "keys.js", "site.js"].map(own),
].join("\n");
new Function(script); // Parsed only: a name used twice stops the build here, not a browser later.
writeFileSync(join(out, "site.js"), script);

copyFileSync(from("Assets", "images", "icon.svg"), join(out, "icon.svg"));
writeFileSync(from("wwwroot", "favicon.ico"), favicon());

// Last: its time tells MSBuild that all of the above is there.
writeFileSync(join(out, "site.css"), css);
