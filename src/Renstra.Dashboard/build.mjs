// Bundles the page into obj/site: index.html, and assets whose names carry the hash of their content.
import { build } from 'esbuild';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const site = join(root, 'obj', 'site');

await rm(site, { recursive: true, force: true });
await mkdir(site, { recursive: true });
const bundle = await build({
  absWorkingDir: root,
  entryPoints: { dasbor: 'src/app.ts', gaya: 'src/styles.css', lambang: 'src/icon.svg' },
  outdir: join(site, 'aset'),
  entryNames: '[name]-[hash]',
  loader: { '.svg': 'copy' },
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
});

const assets = Object.keys(bundle.metafile.outputs).map((output) => basename(output));
for (const page of ['index.html', 'keluar.html']) {
  const html = await readFile(join(root, 'src', page), 'utf8');
  await writeFile(join(site, page), html.replace(/\{\{(\w+\.\w+)\}\}/g, (_, name) => {
    const [stem, extension] = name.split('.');
    const asset = assets.find((each) => each.startsWith(`${stem}-`) && each.endsWith(`.${extension}`));
    if (asset === undefined) {
      throw new Error(`${page} asks for ${name}, and nothing of that name was built.`);
    }

    return `aset/${asset}`;
  }));
}
