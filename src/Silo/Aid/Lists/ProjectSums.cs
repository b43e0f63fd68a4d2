using System.Data.Common;
using Revitalization.Domain.Projects;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>A project's own row while a batch is folded.</summary>
internal sealed record ProjectSums(
    ProjectProfile Profile, ProjectStage Stage, DateOnly StageOn, DateOnly ProposedOn, DateOnly? StartedOn, DateOnly? CompletedOn, DateOnly? AcceptedOn,
    long AllocatedFen, long PaidFen, long LabourPayFen, long RosterPayFen, long Beneficiaries, long Version)
{
    public const string Columns = """
        project, name, category, region, year, partnership, stage, stage_on, proposed_on, started_on, completed_on, accepted_on, work_relief, budget_fen,
        allocated_fen, paid_fen, labour_pay_fen, roster_pay_fen, beneficiaries, version
        """;

    public static ProjectSums New(ProjectPut e) => new(e.Profile, ProjectStage.Proposed, e.On, e.On, null, null, null, 0, 0, 0, 0, 0, 1);

    public ProjectSums At(ProjectStage stage, DateOnly on) => this with
    {
        Stage = stage, StageOn = on, StartedOn = stage == ProjectStage.Started ? on : StartedOn,
        CompletedOn = stage == ProjectStage.Completed ? on : CompletedOn, AcceptedOn = stage == ProjectStage.Accepted ? on : AcceptedOn,
    };

    public ProjectSums Paid(long fen, PaymentPurpose purpose) =>
        this with { PaidFen = PaidFen + fen, LabourPayFen = LabourPayFen + (purpose == PaymentPurpose.Labour ? fen : 0) };

    public object?[] Row(string id) =>
    [
        id, Profile.Name, Terms.Code(Profile.Category), Profile.Region, (long)Profile.Year, Profile.Partnership, Terms.Code(Stage), PersonFields.Day(StageOn),
        PersonFields.Day(ProposedOn), AidDays.Text(StartedOn), AidDays.Text(CompletedOn), AidDays.Text(AcceptedOn), Profile.WorkRelief ? 1L : 0L, Profile.BudgetFen,
        AllocatedFen, PaidFen, LabourPayFen, RosterPayFen, Beneficiaries, Version,
    ];

    public static (string Id, ProjectSums Sums) Read(DbDataReader reader) => (reader.GetString(0), new(
        new(reader.GetString(1), Terms.Find<ProjectCategory>(reader.GetString(2))!.Value, reader.GetString(3), reader.Text(5),
            (int)reader.GetInt64(4), reader.GetInt64(13), reader.GetInt64(12) == 1),
        Terms.Find<ProjectStage>(reader.GetString(6))!.Value, AidDays.Read(reader.GetString(7))!.Value, AidDays.Read(reader.GetString(8))!.Value,
        AidDays.Read(reader.Text(9)), AidDays.Read(reader.Text(10)), AidDays.Read(reader.Text(11)),
        reader.GetInt64(14), reader.GetInt64(15), reader.GetInt64(16), reader.GetInt64(17), reader.GetInt64(18), reader.GetInt64(19)));
}
