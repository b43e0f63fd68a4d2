// @odata/client as its users write it: queries, a key, a count, and batches in both forms. Prints what it read.
const { OData } = require('@odata/client');

async function main(root) {
  const client = OData.New4({ serviceEndpoint: root });
  const regions = client.getEntitySet('Regions');
  const townships = client.newFilter().property('Level').eq('township');
  const found = await regions.query(client.newOptions().filter(townships).select(['Code', 'Name']).orderby('Code', 'asc').top(2));
  const counted = await regions.count(townships);
  const county = await regions.retrieve('510823', client.newOptions().expand('Parent'));
  const requests = () => [
    client.newBatchRequest({ collection: 'Regions', method: 'GET', params: client.newOptions().filter(townships) }),
    client.newBatchRequest({ collection: 'Indicators', method: 'GET', params: client.newOptions().top(1) }),
  ];
  const rows = async responses => Promise.all(responses.map(async one => (await one.json()).value.length));
  const batch = await rows(await client.execBatchRequests(requests()));
  const json = await rows(await client.execBatchRequestsJson(requests()));
  console.log(JSON.stringify({ found: found.map(one => one.Name), counted, county: county.Name, parent: county.Parent.Name, batch, json }));
}

main(process.argv[2]);
