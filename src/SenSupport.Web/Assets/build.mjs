import { mkdirSync, writeFileSync } from "node:fs";
mkdirSync("wwwroot/assets", { recursive: true });
writeFileSync("wwwroot/assets/site.css", "");
