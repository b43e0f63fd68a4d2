using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Assets.Lists;

/// <summary>What is read of assets over many of them (资产台账). Codes as in the API, days as <c>yyyy-MM-dd</c>, amounts in fen, yes and no as 1 and 0.</summary>
internal static class AssetTables
{
    /// <summary>One row an asset. <c>due_on</c>: the next inspection; null where none is asked. <c>income_fen</c> and <c>used_fen</c> without what was reversed.</summary>
    public static readonly ProjectionTable Assets = new(
        "assets",
        """
        asset TEXT PRIMARY KEY, project TEXT NOT NULL, name TEXT NOT NULL, class TEXT NOT NULL, region TEXT NOT NULL, value_fen BIGINT NOT NULL, owner TEXT NOT NULL,
        keeper TEXT NOT NULL, duty TEXT NOT NULL, inspect_months BIGINT NOT NULL, registered_on TEXT NOT NULL, state TEXT NOT NULL, condition TEXT, inspected_on TEXT,
        due_on TEXT, income_fen BIGINT NOT NULL, used_fen BIGINT NOT NULL, version BIGINT NOT NULL
        """,
        "region, asset", "project");

    /// <summary>One row an act. <c>kind</c>: inspection, income, use, transfer or write-off. <c>detail</c>: condition, use or decision; <c>fund</c>: the pool it went to.</summary>
    public static readonly ProjectionTable Entries = new(
        "asset_entries",
        """
        asset TEXT NOT NULL, kind TEXT NOT NULL, entry TEXT NOT NULL, ord BIGINT NOT NULL, on_day TEXT NOT NULL, year BIGINT NOT NULL, detail TEXT, fen BIGINT NOT NULL,
        fund TEXT, reversed BIGINT NOT NULL, PRIMARY KEY (asset, kind, entry)
        """,
        "fund");

    public static readonly RowShape AssetRow = new("assets", ["asset"],
        ["project", "name", "class", "region", "value_fen", "owner", "keeper", "duty", "inspect_months", "registered_on", "state", "condition", "inspected_on", "due_on",
            "income_fen", "used_fen", "version"]);

    public static readonly RowShape EntryRow = new("asset_entries", ["asset", "kind", "entry"], ["ord", "on_day", "year", "detail", "fen", "fund", "reversed"]);
}
