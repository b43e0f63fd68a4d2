// A client that odata2ts generates from the service's own $metadata, then used as its users write it. Prints what it read.
const { execFileSync } = require('node:child_process');
const { mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, dirname } = require('node:path');

const { FetchClient } = require('@odata2ts/http-client-fetch');

async function main(root) {
  const folder = mkdtempSync(join(tmpdir(), 'odata2ts-'));
  try {
    const { RevitalizationService } = generated(root, folder);
    const service = new RevitalizationService(new FetchClient(), root.slice(0, -1));
    const townships = await service.Regions().query((query, q) => query.filter(q.Level.eq('township')).select('Code', 'Name').expand('Parent').orderBy(q.Code.asc()).count().top(2));
    const county = await service.Regions('510823').query();
    const children = await service.Regions('510823').Children().query((query, q) => query.filter(q.Name.contains('乙')));
    const figure = await service.Observations({ RegionCode: '510823', Period: '2023-Q3', IndicatorCode: 'households' }).query();
    console.log(JSON.stringify({
      found: townships.data.value.map(one => one.Name), counted: townships.data['@odata.count'], parent: townships.data.value[0].Parent.Name,
      county: county.data.Name, children: children.data.value.length, figure: figure.data.Value,
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function generated(root, folder) {
  const cli = join(dirname(require.resolve('@odata2ts/odata2ts/package.json')), 'lib/run-cli.js');
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { target: 'ES2022', module: 'CommonJS', moduleResolution: 'node', strict: true, skipLibCheck: true } }));
  execFileSync(process.execPath, [cli, '-u', root, '-s', join(folder, 'metadata.xml'), '-f', '-o', join(folder, 'out'), '-m', 'all', '-e', 'js', '-t', join(folder, 'tsconfig.json')], { cwd: folder, stdio: 'pipe' });
  return require(join(folder, 'out/RevitalizationService.js'));
}

main(process.argv[2]);
