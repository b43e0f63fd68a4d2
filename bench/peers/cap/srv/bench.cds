// The table as it stands (a view of this name): CAP reads it and deploys nothing.
@path: '/odata'
@readonly
service Bench {
  @cds.persistence.exists
  entity Observations {
    key region_code    : String(12);
    key period         : String(7);
    key indicator_code : String(40);
        region_level   : String(12);
        period_kind    : String(8);
        value          : Decimal(19, 4);
        status         : String(12);
        note           : String(200);
        release        : Integer;
  }
}
