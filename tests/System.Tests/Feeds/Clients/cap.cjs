// SAP CAP consuming the service as a remote one: its queries become OData, its answers become its own rows. Prints what it read.
const cds = require('@sap/cds');

const model = `
@cds.external service Disclosure {
  entity Regions { key Code : String; Name : String; Level : String; ParentCode : String;
    Parent : Association to Regions on Parent.Code = ParentCode; Children : Association to many Regions on Children.ParentCode = Code; }
  entity Observations { key RegionCode : String; key Period : String; key IndicatorCode : String; RegionLevel : String; PeriodKind : String;
    Value : Decimal; Status : String; Note : String; Release : Integer; }
}`;

async function main(root) {
  cds.model = cds.linked(cds.compile(model));
  cds.env.requires.Disclosure = { kind: 'odata', impl: undefined, credentials: { url: root.slice(0, -1) } };
  const remote = await cds.connect.to('Disclosure');
  const { Regions, Observations } = remote.entities;
  const found = await remote.run(SELECT.from(Regions).columns('Code', 'Name').where({ Level: 'township' }).orderBy('Code').limit(2));
  const county = await remote.run(SELECT.one.from(Regions, '510823').columns(r => { r.Name, r.Parent(p => p.Name), r.Children(c => c.Code) }));
  const figure = await remote.run(SELECT.one.from(Observations).where({ RegionCode: '510823', Period: '2023-Q3', IndicatorCode: 'households' }));
  const several = await remote.run(SELECT.from(Regions).where({ Code: { in: ['510823', '510800'] } }));
  const plain = await remote.get(`/Regions?$filter=${encodeURIComponent("contains(Name,'镇')")}&$count=true`);
  let refused;
  try {
    await remote.run(INSERT.into(Regions).entries({ Code: 'x' }));
  } catch (error) {
    refused = error.reason.response.status;
  }
  console.log(JSON.stringify({
    found: found.map(one => one.Name), county: county.Name, parent: county.Parent.Name, children: county.Children.length,
    figure: Number(figure.Value), several: several.length, plain: plain.length, refused,
  }));
}

main(process.argv[2]);
