using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>
/// What is read of partnerships and reports over many of them (协作台账). Codes as in the API (<c>Terms.Code</c>), days as <c>yyyy-MM-dd</c>, amounts in
/// fen, yes and no as 1 and 0. Days only: "silent" and "late" are conditions on them.
/// </summary>
internal static class AidTables
{
    public static readonly ProjectionTable Partnerships = new(
        "aid_partnerships",
        """
        code TEXT PRIMARY KEY, kind TEXT NOT NULL, donor TEXT NOT NULL, recipient TEXT NOT NULL, start_year BIGINT NOT NULL, end_year BIGINT,
        document TEXT NOT NULL, two_signatures BIGINT NOT NULL, version BIGINT NOT NULL
        """,
        "recipient", "donor");

    public static readonly ProjectionTable Plans = new(
        "aid_plans", "partnership TEXT NOT NULL, year BIGINT NOT NULL, issued_on TEXT NOT NULL, sales_floor_fen BIGINT NOT NULL, PRIMARY KEY (partnership, year)", "year");

    public static readonly ProjectionTable PlanLines = new(
        "aid_plan_lines",
        """
        partnership TEXT NOT NULL, year BIGINT NOT NULL, field TEXT NOT NULL, amount_fen BIGINT NOT NULL, projects BIGINT NOT NULL, people BIGINT NOT NULL,
        due_on TEXT NOT NULL, PRIMARY KEY (partnership, year, field)
        """);

    public static readonly ProjectionTable Pairings = new(
        "aid_pairings",
        """
        partnership TEXT NOT NULL, pairing TEXT NOT NULL, kind TEXT NOT NULL, donor_party TEXT NOT NULL, recipient_party TEXT NOT NULL, recipient_region TEXT,
        from_on TEXT NOT NULL, until_on TEXT, PRIMARY KEY (partnership, pairing)
        """);

    public static readonly ProjectionTable Exchanges = new(
        "aid_exchanges",
        """
        partnership TEXT NOT NULL, exchange TEXT NOT NULL, kind TEXT NOT NULL, party TEXT NOT NULL, headcount BIGINT NOT NULL, from_on TEXT NOT NULL,
        until_on TEXT NOT NULL, PRIMARY KEY (partnership, exchange)
        """);

    /// <summary>
    /// One row a report. <c>amount_fen</c> is what is stated, <c>reported_fen</c> what counts as reported now; <c>money</c>: it becomes a fund's;
    /// <c>allocated_fen</c> and <c>paid_fen</c> as attributed; <c>unanswered_fen</c> and <c>answer_due_on</c> only while the county is to answer.
    /// </summary>
    public static readonly ProjectionTable Reports = new(
        "aid_reports",
        """
        report TEXT PRIMARY KEY, partnership TEXT NOT NULL, year BIGINT NOT NULL, field TEXT NOT NULL, form TEXT NOT NULL, title TEXT NOT NULL,
        thousandths BIGINT NOT NULL, unit TEXT NOT NULL, amount_fen BIGINT NOT NULL, delivered_on TEXT NOT NULL, recipient TEXT NOT NULL, pairing TEXT,
        state TEXT NOT NULL, money BIGINT NOT NULL, reported_fen BIGINT NOT NULL, confirmed_fen BIGINT NOT NULL, confirmed_thousandths BIGINT NOT NULL,
        unanswered_fen BIGINT NOT NULL, asked_on TEXT, answer_due_on TEXT, confirmed_on TEXT, confirmed_at BIGINT NOT NULL, comments BIGINT NOT NULL,
        version BIGINT NOT NULL, allocated_fen BIGINT NOT NULL DEFAULT 0, paid_fen BIGINT NOT NULL DEFAULT 0
        """,
        "partnership, year, delivered_on, report", "recipient, delivered_on, report", "delivered_on, report", "answer_due_on", "state, recipient, answer_due_on");

    /// <summary>
    /// Reports added up by what every total asks for (汇总单元), moved by differences: a hundred thousand reports are a few hundred cells. Of days nothing
    /// is here: who is silent is asked of the reports.
    /// </summary>
    public static readonly ProjectionTable Cells = new(
        "aid_cells",
        """
        partnership TEXT NOT NULL, year BIGINT NOT NULL, field TEXT NOT NULL, recipient TEXT NOT NULL, reports BIGINT NOT NULL, reported_fen BIGINT NOT NULL,
        confirmed_fen BIGINT NOT NULL, confirmed_money_fen BIGINT NOT NULL, unanswered_fen BIGINT NOT NULL, people_thousandths BIGINT NOT NULL,
        purchases_fen BIGINT NOT NULL, allocated_fen BIGINT NOT NULL, paid_fen BIGINT NOT NULL, PRIMARY KEY (partnership, year, field, recipient)
        """,
        "recipient");

    /// <summary>What a report rests on: <c>invoice</c>, <c>transfer</c> or <c>evidence</c>. <c>live</c>: the report has left the partner's house and was not taken back.</summary>
    public static readonly ProjectionTable Papers = new(
        "aid_papers", "report TEXT NOT NULL, kind TEXT NOT NULL, number TEXT NOT NULL, live BIGINT NOT NULL, PRIMARY KEY (report, kind, number)", "number, kind");

    /// <summary>The folded report: the next event starts from here.</summary>
    public static readonly ProjectionTable States = new(
        "aid_report_states", "report TEXT PRIMARY KEY, schema_version BIGINT NOT NULL, state {blob} NOT NULL");

    public static readonly RowShape PartnershipRow = new("aid_partnerships", ["code"],
        ["kind", "donor", "recipient", "start_year", "end_year", "document", "two_signatures", "version"]);

    public static readonly RowShape PlanRow = new("aid_plans", ["partnership", "year"], ["issued_on", "sales_floor_fen"]);

    public static readonly RowShape PlanLineRow = new("aid_plan_lines", ["partnership", "year", "field"], ["amount_fen", "projects", "people", "due_on"]);

    public static readonly RowShape PairingRow = new("aid_pairings", ["partnership", "pairing"],
        ["kind", "donor_party", "recipient_party", "recipient_region", "from_on", "until_on"]);

    public static readonly RowShape ExchangeRow = new("aid_exchanges", ["partnership", "exchange"], ["kind", "party", "headcount", "from_on", "until_on"]);

    /// <summary>Without what attribution writes: those two are only ever moved by differences.</summary>
    public static readonly RowShape ReportRow = new("aid_reports", ["report"],
        ["partnership", "year", "field", "form", "title", "thousandths", "unit", "amount_fen", "delivered_on", "recipient", "pairing", "state", "money",
            "reported_fen", "confirmed_fen", "confirmed_thousandths", "unanswered_fen", "asked_on", "answer_due_on", "confirmed_on", "confirmed_at", "comments",
            "version"]);

    public static readonly RowShape CellRow = new("aid_cells", ["partnership", "year", "field", "recipient"],
        ["reports", "reported_fen", "confirmed_fen", "confirmed_money_fen", "unanswered_fen", "people_thousandths", "purchases_fen", "allocated_fen", "paid_fen"], Add: true);

    public static readonly RowShape PaperRow = new("aid_papers", ["report", "kind", "number"], ["live"]);

    public static readonly RowShape StateRow = new("aid_report_states", ["report"], ["schema_version", "state"]);
}
