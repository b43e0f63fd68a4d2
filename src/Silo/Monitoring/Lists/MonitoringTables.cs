using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>
/// What lists, boards and the sweep read. Days only: a colour of today and "overdue" are conditions on them, so that no row goes
/// stale by itself.
/// </summary>
internal static class MonitoringTables
{
    public const string LastDay = "9999-12-31";

    /// <summary>Where each household lives and what the register calls it, folded from the register's own events.</summary>
    public static readonly ProjectionTable Places = new(
        "monitoring_places",
        "household TEXT PRIMARY KEY, village_code TEXT NOT NULL, registered_as TEXT, schema_version BIGINT NOT NULL, place {blob} NOT NULL");

    /// <summary>Where register and files say different things now; no row where they agree.</summary>
    public static readonly ProjectionTable Differences = new(
        "monitoring_differences",
        "household TEXT PRIMARY KEY, village_code TEXT NOT NULL, difference TEXT NOT NULL, registered_as TEXT, filed_as TEXT, step TEXT",
        "village_code, household");

    /// <summary>
    /// One row a file. <c>active</c>: it stands in a procedure or is monitored. <c>due_on</c>: its earliest open limit. <c>card</c>: all that a list
    /// shows of it (<see cref="FileCard"/>); the other columns are what lists are filtered and ordered by.
    /// </summary>
    public static readonly ProjectionTable Files = new(
        "monitoring_files",
        """
        household TEXT PRIMARY KEY, village_code TEXT NOT NULL, active BIGINT NOT NULL, step TEXT NOT NULL, since TEXT NOT NULL, kind TEXT,
        admitted_on TEXT, assessed_on TEXT, expected_clear_on TEXT, round BIGINT NOT NULL, cadre TEXT, cadre_rank BIGINT, verifier TEXT,
        last_visit_on TEXT, open_measures BIGINT NOT NULL, due_kind TEXT, due_on TEXT, cleared_on TEXT, closed_on TEXT, version BIGINT NOT NULL, proposed TEXT,
        card TEXT NOT NULL
        """,
        "active, village_code, household, due_on", "step, village_code, household", "kind, village_code, household", "cadre, village_code, household",
        "verifier, step");

    /// <summary>The days on which a colour is shown as long as nothing but time happens; <c>turned</c> where another was shown before.</summary>
    public static readonly ProjectionTable Colours = new(
        "monitoring_colours",
        """
        household TEXT NOT NULL, from_on TEXT NOT NULL, until_on TEXT NOT NULL, village_code TEXT NOT NULL, shard BIGINT NOT NULL, turned BIGINT NOT NULL,
        colour TEXT NOT NULL, name TEXT NOT NULL, severity BIGINT NOT NULL, PRIMARY KEY (household, from_on)
        """,
        "colour, village_code, household, from_on, until_on", "severity, village_code, household, from_on, until_on", "shard, turned, from_on");

    /// <summary>
    /// Every open limit. One for a cadre (<c>cadre-wanted</c>, its subject the rank) stands there before it is due and ends where a higher
    /// rank is due; all others end when they are met.
    /// </summary>
    public static readonly ProjectionTable Deadlines = new(
        "deadlines",
        """
        household TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, due_on TEXT NOT NULL, until_on TEXT NOT NULL, village_code TEXT NOT NULL,
        shard BIGINT NOT NULL, started_on TEXT NOT NULL, provisional BIGINT NOT NULL, rule TEXT NOT NULL, assignee TEXT,
        PRIMARY KEY (household, kind, subject, due_on)
        """,
        // SQLite would take one that begins with kind to find the one row of a household: such conditions hide the kind from it.
        "kind, village_code, household, due_on, until_on, subject", "assignee, due_on", "shard, due_on, kind",
        "kind, subject, due_on, household, village_code, until_on, started_on, provisional");

    /// <summary>The folded file and what was forecast of it: the next event starts from here.</summary>
    public static readonly ProjectionTable States = new(
        "monitoring_states", "household TEXT PRIMARY KEY, schema_version BIGINT NOT NULL, state {blob} NOT NULL, forecasts TEXT NOT NULL");

    public static readonly RowShape PlaceRow = new("monitoring_places", ["household"], ["village_code", "registered_as", "schema_version", "place"]);

    public static readonly RowShape DifferenceRow = new("monitoring_differences", ["household"], ["village_code", "difference", "registered_as", "filed_as", "step"]);

    public static readonly RowShape FileRow = new("monitoring_files", ["household"],
        ["village_code", "active", "step", "since", "kind", "admitted_on", "assessed_on", "expected_clear_on", "round", "cadre", "cadre_rank", "verifier",
            "last_visit_on", "open_measures", "due_kind", "due_on", "cleared_on", "closed_on", "version", "proposed", "card"]);

    public static readonly RowShape ColourRow = new("monitoring_colours", ["household", "from_on"],
        ["until_on", "village_code", "shard", "turned", "colour", "name", "severity"]);

    public static readonly RowShape DeadlineRow = new("deadlines", ["household", "kind", "subject", "due_on"],
        ["until_on", "village_code", "shard", "started_on", "provisional", "rule", "assignee"]);

    public static readonly RowShape StateRow = new("monitoring_states", ["household"], ["schema_version", "state", "forecasts"]);
}
