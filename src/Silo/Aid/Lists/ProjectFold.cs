using System.Diagnostics;
using Revitalization.Domain.Projects;
using Revitalization.Silo.Funds;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Projects;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>What happened to projects, as rows. What they paid moves their funds' sums too.</summary>
/// <param name="moved">Funds whose attribution may have changed.</param>
internal sealed class ProjectFold(ProjectionBatch batch, StagedRows staged, ISet<string> moved)
{
    private readonly Dictionary<string, ProjectSums> _projects = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Project, string Allocation), string> _funds = [];
    private readonly Dictionary<(string Project, string Allocation), long> _paid = [];

    public async Task Load(IReadOnlyCollection<string> projects, CancellationToken cancellation)
    {
        foreach (var (id, sums) in await batch.Find(ProjectSums.Columns, "projects", "project", projects, ProjectSums.Read, cancellation)) _projects[id] = sums;
        foreach (var (key, fund) in await batch.Find(
            "project, allocation, fund", "project_allocations", "project", projects,
            reader => (Key: (reader.GetString(0), reader.GetString(1)), Fund: reader.GetString(2)), cancellation))
            _funds[key] = fund;
    }

    public async Task Apply(string id, ProjectEvent happened, long version, CancellationToken cancellation)
    {
        var before = _projects.GetValueOrDefault(id);
        var payment = happened is PaymentReversed reversed ? await Payment(id, reversed.Payment, cancellation) : null;
        var roster = happened is PayRosterPut put ? await Standing("pay_fen", "project_rosters", "roster", id, put.Roster, cancellation) : null;
        var benefit = happened is BeneficiaryPut got ? await Standing("fen", "project_beneficiaries", "household", id, got.Household, cancellation) : null;
        _projects[id] = happened switch
        {
            ProjectPut e => before is null ? ProjectSums.New(e) : before with { Profile = e.Profile },
            StageReached e => before!.At(e.Stage, e.On),
            ProjectCancelled e => before!.At(ProjectStage.Cancelled, e.On),
            MoneyReceived e => before! with { AllocatedFen = before.AllocatedFen + e.Fen },
            MoneyGivenBack e => before! with { AllocatedFen = before.AllocatedFen - e.Fen },
            MoneyPaid e => before!.Paid(e.Fen, e.Purpose),
            PaymentReversed e => before!.Paid(-e.Fen, payment!.Purpose),
            PayRosterPut e => before! with { RosterPayFen = before.RosterPayFen + e.PayFen - (roster ?? 0) },
            BeneficiaryPut => before! with { Beneficiaries = before.Beneficiaries + (benefit is null ? 1 : 0) },
            MoneyExpected or MoneyNotGiven or AssetPut => before!, // Room held for an answer is no money; an asset has its own rows.
            _ => throw new UnreachableException($"No row for {happened.GetType().Name}."),
        } with { Version = version };
        if (before is null && happened is ProjectPut first) Reached(id, version, ProjectStage.Proposed, first.On, "", []);
        await Rows(id, happened, version, payment, cancellation);
    }

    /// <summary>The projects' own rows, once a batch.</summary>
    public void Stage()
    {
        foreach (var (id, sums) in _projects) staged.Put(ProjectTables.ProjectRow, sums.Row(id));
    }

    public async Task WritePaid(CancellationToken cancellation)
    {
        foreach (var ((project, allocation), fen) in _paid)
        {
            await Execute("project_allocations", "SET paid_fen=paid_fen+@fen WHERE project=@a AND allocation=@b", project, allocation, fen, cancellation);
            await Execute("fund_allocations", "SET paid_fen=paid_fen+@fen WHERE fund=@a AND allocation=@b", _funds[(project, allocation)], allocation, fen, cancellation);
        }
        _paid.Clear();
    }

    private async Task Rows(string id, ProjectEvent happened, long version, PaymentRow? payment, CancellationToken cancellation)
    {
        switch (happened)
        {
            case StageReached e:
                Reached(id, version, e.Stage, e.On, e.Document, e.Evidence);
                break;
            case ProjectCancelled e:
                Reached(id, version, ProjectStage.Cancelled, e.On, e.Reason, []);
                break;
            case MoneyReceived e:
                _funds[(id, e.Allocation)] = e.Fund;
                staged.Put(ProjectTables.AllocationRow, id, e.Allocation, e.Fund, PersonFields.Day(e.On), e.Fen);
                break;
            case MoneyGivenBack e:
                await staged.Write(batch, cancellation);
                await Execute("project_allocations", "SET returned_fen=returned_fen+@fen WHERE project=@a AND allocation=@b", id, e.Allocation, e.Fen, cancellation);
                break;
            case MoneyPaid e:
                var fund = _funds[(id, e.Allocation)];
                staged.Put(ProjectTables.PaymentRow, id, e.Payment, version, PersonFields.Day(e.On), e.Allocation, fund, e.Fen, Terms.Code(e.Purpose), e.Voucher, string.Join(' ', e.Evidence));
                Pay(id, e.Allocation, e.Fen);
                break;
            case PaymentReversed e:
                await Execute("project_payments", "SET reversed=1 WHERE project=@a AND payment=@b", id, e.Payment, null, cancellation);
                Pay(id, payment!.Allocation, -e.Fen);
                break;
            case PayRosterPut e:
                staged.Put(ProjectTables.RosterRow, id, e.Roster, PersonFields.Day(e.On), (long)e.Posts, (long)e.Households, (long)e.People, (long)e.LiftedHouseholds,
                    (long)e.LiftedPeople, e.PayFen, string.Join(' ', e.Evidence));
                break;
            case BeneficiaryPut e:
                staged.Put(ProjectTables.BeneficiaryRow, id, e.Household, PersonFields.Day(e.On), e.Benefit, e.Fen);
                break;
        }
    }

    private void Reached(string id, long version, ProjectStage stage, DateOnly on, string document, IReadOnlyList<string> evidence) =>
        staged.Put(ProjectTables.StageRow, id, version, Terms.Code(stage), PersonFields.Day(on), document, string.Join(' ', evidence));

    private void Pay(string project, string allocation, long fen)
    {
        _paid[(project, allocation)] = _paid.GetValueOrDefault((project, allocation)) + fen;
        var fund = _funds[(project, allocation)];
        staged.Put(FundTables.SumRow, fund, 0L, 0L, 0L, fen, 0L);
        moved.Add(fund);
    }

    private async Task<PaymentRow> Payment(string project, string payment, CancellationToken cancellation)
    {
        await staged.Write(batch, cancellation); // It may be among these.
        await using var command = batch.Command($"SELECT allocation, purpose FROM {batch.Table("project_payments")} WHERE project=@a AND payment=@b");
        command.Add("a", project);
        command.Add("b", payment);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new(reader.GetString(0), Terms.Find<PaymentPurpose>(reader.GetString(1)) ?? PaymentPurpose.Other)
            : throw new InvalidOperationException($"Payment {payment} of {project} has no row.");
    }

    /// <summary>The number that stands there under this key; null where none does.</summary>
    private async Task<long?> Standing(string column, string table, string keyColumn, string project, string key, CancellationToken cancellation)
    {
        await staged.Write(batch, cancellation);
        await using var command = batch.Command($"SELECT {column} FROM {batch.Table(table)} WHERE project=@a AND {keyColumn}=@b");
        command.Add("a", project);
        command.Add("b", key);
        return await command.ExecuteScalarAsync(cancellation) is long known ? known : null;
    }

    private Task<int> Execute(string table, string change, string first, string second, long? fen, CancellationToken cancellation)
    {
        (string, object?)[] keys = [("a", first), ("b", second)];
        return batch.Connection.Execute(batch.Transaction, $"UPDATE {batch.Table(table)} {change}", cancellation, fen is { } known ? [.. keys, ("fen", known)] : keys);
    }

    private sealed record PaymentRow(string Allocation, PaymentPurpose Purpose);
}
