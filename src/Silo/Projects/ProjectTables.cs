using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Projects;

/// <summary>What is read of projects over many of them (项目台账). Folded with aid's, in one transaction: payments move a fund's and a report's sums.</summary>
internal static class ProjectTables
{
    /// <summary><c>allocated_fen</c>: received less given back. <c>stage_on</c>: the day its present stage was reached.</summary>
    public static readonly ProjectionTable Projects = new(
        "projects",
        """
        project TEXT PRIMARY KEY, name TEXT NOT NULL, category TEXT NOT NULL, region TEXT NOT NULL, year BIGINT NOT NULL, partnership TEXT, stage TEXT NOT NULL,
        stage_on TEXT NOT NULL, proposed_on TEXT NOT NULL, started_on TEXT, completed_on TEXT, accepted_on TEXT, work_relief BIGINT NOT NULL,
        budget_fen BIGINT NOT NULL, allocated_fen BIGINT NOT NULL, paid_fen BIGINT NOT NULL, labour_pay_fen BIGINT NOT NULL, roster_pay_fen BIGINT NOT NULL,
        beneficiaries BIGINT NOT NULL, version BIGINT NOT NULL
        """,
        "region, project", "partnership, project", "stage, region, project");

    public static readonly ProjectionTable Stages = new(
        "project_stages",
        "project TEXT NOT NULL, ord BIGINT NOT NULL, stage TEXT NOT NULL, on_day TEXT NOT NULL, document TEXT NOT NULL, evidence TEXT NOT NULL, PRIMARY KEY (project, ord)");

    public static readonly ProjectionTable Allocations = new(
        "project_allocations",
        """
        project TEXT NOT NULL, allocation TEXT NOT NULL, fund TEXT NOT NULL, on_day TEXT NOT NULL, fen BIGINT NOT NULL, returned_fen BIGINT NOT NULL DEFAULT 0,
        paid_fen BIGINT NOT NULL DEFAULT 0, PRIMARY KEY (project, allocation)
        """,
        "fund");

    /// <summary><c>evidence</c>: hashes with a space between.</summary>
    public static readonly ProjectionTable Payments = new(
        "project_payments",
        """
        project TEXT NOT NULL, payment TEXT NOT NULL, ord BIGINT NOT NULL, on_day TEXT NOT NULL, allocation TEXT NOT NULL, fund TEXT NOT NULL, fen BIGINT NOT NULL,
        purpose TEXT NOT NULL, voucher TEXT NOT NULL, evidence TEXT NOT NULL, reversed BIGINT NOT NULL DEFAULT 0, PRIMARY KEY (project, payment)
        """);

    public static readonly ProjectionTable Rosters = new(
        "project_rosters",
        """
        project TEXT NOT NULL, roster TEXT NOT NULL, on_day TEXT NOT NULL, posts BIGINT NOT NULL, households BIGINT NOT NULL, people BIGINT NOT NULL,
        lifted_households BIGINT NOT NULL, lifted_people BIGINT NOT NULL, pay_fen BIGINT NOT NULL, evidence TEXT NOT NULL, PRIMARY KEY (project, roster)
        """);

    public static readonly ProjectionTable Beneficiaries = new(
        "project_beneficiaries",
        "project TEXT NOT NULL, household TEXT NOT NULL, on_day TEXT NOT NULL, benefit TEXT NOT NULL, fen BIGINT NOT NULL, PRIMARY KEY (project, household)",
        "household");

    public static readonly RowShape ProjectRow = new("projects", ["project"],
        ["name", "category", "region", "year", "partnership", "stage", "stage_on", "proposed_on", "started_on", "completed_on", "accepted_on", "work_relief",
            "budget_fen", "allocated_fen", "paid_fen", "labour_pay_fen", "roster_pay_fen", "beneficiaries", "version"]);

    public static readonly RowShape StageRow = new("project_stages", ["project", "ord"], ["stage", "on_day", "document", "evidence"]);

    public static readonly RowShape AllocationRow = new("project_allocations", ["project", "allocation"], ["fund", "on_day", "fen"]);

    public static readonly RowShape PaymentRow = new("project_payments", ["project", "payment"],
        ["ord", "on_day", "allocation", "fund", "fen", "purpose", "voucher", "evidence"]);

    public static readonly RowShape RosterRow = new("project_rosters", ["project", "roster"],
        ["on_day", "posts", "households", "people", "lifted_households", "lifted_people", "pay_fen", "evidence"]);

    public static readonly RowShape BeneficiaryRow = new("project_beneficiaries", ["project", "household"], ["on_day", "benefit", "fen"]);
}
