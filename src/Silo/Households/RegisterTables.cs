using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Households;

/// <summary>The register's tables (台账): what the newest entries say. Personal columns hold the same ciphertext as the log.</summary>
public static class RegisterTables
{
    /// <remarks><c>out_of_school</c>: birth years of members who have not finished junior middle school and do not attend one; ages change with the year.</remarks>
    public static readonly ProjectionTable Households = new(
        "households",
        """
        household TEXT PRIMARY KEY, village_code TEXT NOT NULL, village_group TEXT, kind TEXT NOT NULL, monitored TEXT, risk_cleared BIGINT NOT NULL,
        resettled BIGINT NOT NULL, site TEXT, members BIGINT NOT NULL, head_person TEXT, head_name TEXT, latest_quarter TEXT,
        latest_per_head BIGINT, active BIGINT NOT NULL, registered_on TEXT NOT NULL, version BIGINT NOT NULL,
        zero_employment BIGINT NOT NULL, out_of_school TEXT
        """,
        "village_code, household");

    /// <summary>Who is in a household now; <c>name_index</c> is the keyed hash of the name.</summary>
    public static readonly ProjectionTable Members = new(
        "members",
        """
        household TEXT NOT NULL, member TEXT NOT NULL, person TEXT NOT NULL, name TEXT, national_id TEXT, name_index TEXT,
        relation TEXT NOT NULL, joined_on TEXT NOT NULL, PRIMARY KEY (household, member)
        """,
        "person", "name_index");

    /// <remarks><c>members</c>: who was there on the quarter's last day.</remarks>
    public static readonly ProjectionTable Incomes = new(
        "incomes",
        """
        household TEXT NOT NULL, quarter TEXT NOT NULL, wage BIGINT NOT NULL, operating BIGINT NOT NULL, costs BIGINT NOT NULL,
        property BIGINT NOT NULL, transfer BIGINT NOT NULL, members BIGINT NOT NULL, PRIMARY KEY (household, quarter)
        """);

    /// <summary>Persons who stand in more than one household (重复人员).</summary>
    public static readonly ProjectionTable Duplicates = new("duplicates", "person TEXT PRIMARY KEY, households BIGINT NOT NULL");

    /// <summary>
    /// The folded household, its monitoring, and what both add to the roll-ups now: the next event starts from here. The counties it
    /// lives or lived in stand there once it has a monitoring file: when one of them adopts other rules, its figures are counted anew.
    /// </summary>
    public static readonly ProjectionTable States = new(
        "household_states",
        """
        household TEXT PRIMARY KEY, schema_version BIGINT NOT NULL, counties TEXT, state {blob} NOT NULL, contribution {blob} NOT NULL, monitoring {blob}
        """);

    /// <summary>Which packs each county holds, as far as this projection has read: colours are counted by them.</summary>
    public static readonly ProjectionTable Adoptions = new("rollup_adoptions", "county TEXT PRIMARY KEY, adoptions {blob} NOT NULL");

    /// <summary>The newest event of each county's households that is folded here: how fresh its figures are (时效).</summary>
    public static readonly ProjectionTable LastEvents = new("county_events", "county TEXT PRIMARY KEY, seq BIGINT NOT NULL, at TEXT NOT NULL");

    public static readonly RowShape LastEventRow = new("county_events", ["county"], ["seq", "at"]);

    public static readonly RowShape AdoptionRow = new("rollup_adoptions", ["county"], ["adoptions"]);

    public static readonly RowShape HouseholdRow = new("households", ["household"],
        ["village_code", "village_group", "kind", "monitored", "risk_cleared", "resettled", "site", "members", "head_person", "head_name",
            "latest_quarter", "latest_per_head", "active", "registered_on", "version", "zero_employment", "out_of_school"]);

    public static readonly RowShape MemberRow = new("members", ["household", "member"],
        ["person", "name", "national_id", "name_index", "relation", "joined_on"]);

    public static readonly RowShape IncomeRow = new("incomes", ["household", "quarter"], ["wage", "operating", "costs", "property", "transfer", "members"]);

    public static readonly RowShape StateRow = new("household_states", ["household"], ["schema_version", "counties", "state", "contribution", "monitoring"]);

    public static readonly RowShape DuplicateRow = new("duplicates", ["person"], ["households"]);
}
