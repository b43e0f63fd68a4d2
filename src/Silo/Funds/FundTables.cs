using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Funds;

/// <summary>What is read of funds over many of them (资金台账): one row a fund, and its promises, arrivals and allocations. Folded with aid's, in one transaction.</summary>
internal static class FundTables
{
    /// <summary>Sums move by differences; <c>paid_fen</c> is what projects paid of the fund's money.</summary>
    public static readonly ProjectionTable Funds = new(
        "funds",
        """
        fund TEXT PRIMARY KEY, county TEXT NOT NULL DEFAULT '', year BIGINT NOT NULL DEFAULT 0, source TEXT NOT NULL DEFAULT '',
        confirmed_fen BIGINT NOT NULL DEFAULT 0, arrived_fen BIGINT NOT NULL DEFAULT 0, allocated_fen BIGINT NOT NULL DEFAULT 0,
        paid_fen BIGINT NOT NULL DEFAULT 0, version BIGINT NOT NULL DEFAULT 0
        """,
        "county, year");

    /// <summary><c>ord</c>: the order of confirmation. <c>report</c>: null of a budget. <c>allocated_fen</c> and <c>paid_fen</c> as attributed.</summary>
    public static readonly ProjectionTable Promises = new(
        "fund_promises",
        """
        fund TEXT NOT NULL, origin TEXT NOT NULL, ord BIGINT NOT NULL, on_day TEXT NOT NULL, fen BIGINT NOT NULL, ended BIGINT NOT NULL, report TEXT,
        allocated_fen BIGINT NOT NULL DEFAULT 0, paid_fen BIGINT NOT NULL DEFAULT 0, PRIMARY KEY (fund, origin)
        """,
        "report", "fund, ord");

    public static readonly ProjectionTable Arrivals = new(
        "fund_arrivals",
        """
        fund TEXT NOT NULL, arrival TEXT NOT NULL, on_day TEXT NOT NULL, fen BIGINT NOT NULL, voucher TEXT NOT NULL, reversed BIGINT NOT NULL,
        PRIMARY KEY (fund, arrival)
        """);

    /// <summary><c>fen</c> less <c>returned_fen</c> is what is left of it; <c>paid_fen</c> is the project's.</summary>
    public static readonly ProjectionTable Allocations = new(
        "fund_allocations",
        """
        fund TEXT NOT NULL, allocation TEXT NOT NULL, ord BIGINT NOT NULL, on_day TEXT NOT NULL, project TEXT NOT NULL, fen BIGINT NOT NULL,
        returned_fen BIGINT NOT NULL DEFAULT 0, paid_fen BIGINT NOT NULL DEFAULT 0, PRIMARY KEY (fund, allocation)
        """,
        "project", "fund, ord");

    /// <summary>Which promise's money went into which allocation, as attributed. <c>report</c>: null of a budget's.</summary>
    public static readonly ProjectionTable Shares = new(
        "fund_shares",
        """
        fund TEXT NOT NULL, origin TEXT NOT NULL, allocation TEXT NOT NULL, project TEXT NOT NULL, report TEXT, allocated_fen BIGINT NOT NULL,
        paid_fen BIGINT NOT NULL, PRIMARY KEY (fund, origin, allocation)
        """,
        "report", "project");

    public static readonly RowShape FundRow = new("funds", ["fund"], ["county", "year", "source"]);

    public static readonly RowShape SumRow = new("funds", ["fund"], ["confirmed_fen", "arrived_fen", "allocated_fen", "paid_fen", "version"], Add: true);

    public static readonly RowShape PromiseRow = new("fund_promises", ["fund", "origin"], ["ord", "on_day", "fen", "ended", "report"]);

    public static readonly RowShape ArrivalRow = new("fund_arrivals", ["fund", "arrival"], ["on_day", "fen", "voucher", "reversed"]);

    public static readonly RowShape AllocationRow = new("fund_allocations", ["fund", "allocation"], ["ord", "on_day", "project", "fen"]);

    public static readonly RowShape ShareRow = new("fund_shares", ["fund", "origin", "allocation"], ["project", "report", "allocated_fen", "paid_fen"]);
}
