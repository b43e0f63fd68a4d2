using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Screening;

/// <summary>Screenings and whom they flagged, campaigns and whom they saw, and which needs were found unmet at a household.</summary>
internal static class ScreeningTables
{
    public static readonly ProjectionTable Screenings = new(
        "screenings",
        """
        county TEXT NOT NULL, id TEXT NOT NULL, seq BIGINT NOT NULL, run BIGINT NOT NULL, ended BIGINT NOT NULL, PRIMARY KEY (county, id)
        """,
        "county, seq");

    /// <summary><c>reasons</c> are bits; <c>figures</c> JSON; <c>clue</c> the id its clue has or would have.</summary>
    public static readonly ProjectionTable Flagged = new(
        "screened_households",
        """
        county TEXT NOT NULL, screening TEXT NOT NULL, village_code TEXT NOT NULL, household TEXT NOT NULL, reasons BIGINT NOT NULL,
        figures TEXT NOT NULL, clue TEXT NOT NULL, reported BIGINT NOT NULL, PRIMARY KEY (county, screening, village_code, household)
        """,
        "household, clue");

    public static readonly ProjectionTable Campaigns = new(
        "campaigns",
        "county TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL, from_on TEXT NOT NULL, until_on TEXT NOT NULL, PRIMARY KEY (county, id)");

    public static readonly ProjectionTable Checks = new(
        "campaign_checks",
        "campaign TEXT NOT NULL, household TEXT NOT NULL, on_day TEXT NOT NULL, by_account TEXT NOT NULL, PRIMARY KEY (campaign, household)");

    /// <summary>Each time somebody looked: <c>ref</c> names the visit, check or verification.</summary>
    public static readonly ProjectionTable Needs = new(
        "needs_seen",
        "household TEXT NOT NULL, ref TEXT NOT NULL, on_day TEXT NOT NULL, needs BIGINT NOT NULL, PRIMARY KEY (household, ref)");

    public static readonly RowShape ScreeningRow = new("screenings", ["county", "id"], ["seq", "run", "ended"]);

    public static readonly RowShape FlaggedRow = new(
        "screened_households", ["county", "screening", "village_code", "household"], ["reasons", "figures", "clue", "reported"]);

    public static readonly RowShape CampaignRow = new("campaigns", ["county", "id"], ["title", "from_on", "until_on"]);

    public static readonly RowShape CheckRow = new("campaign_checks", ["campaign", "household"], ["on_day", "by_account"]);

    public static readonly RowShape NeedsRow = new("needs_seen", ["household", "ref"], ["on_day", "needs"]);
}
