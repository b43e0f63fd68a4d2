using System.Diagnostics;
using Revitalization.Domain.Aid;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>Agreements, pairings, plans and exchanges as rows. All are resources: the newest holds.</summary>
internal static class PartnershipFold
{
    public static async Task Apply(IReadOnlyList<Happened<PartnershipEvent>> events, ProjectionBatch batch, CancellationToken cancellation)
    {
        var staged = new StagedRows();
        foreach (var happened in events)
        {
            if (happened.Event is PlanPut plan)
            {
                await staged.Write(batch, cancellation);
                await Replace(happened.Id, plan, staged, batch, cancellation);
            }
            else await AidProjection.Guard(happened.Stored, () =>
            {
                Stage(happened.Id, happened.Event, happened.Stored.Version, staged);
                return Task.CompletedTask;
            });
        }
        await staged.Write(batch, cancellation);
        foreach (var last in events.GroupBy(happened => happened.Id, StringComparer.Ordinal).Select(each => each.Last()))
            await Version(last.Id, last.Stored.Version, batch, cancellation);
    }

    private static void Stage(string code, PartnershipEvent happened, long version, StagedRows staged)
    {
        switch (happened)
        {
            case AgreementPut e:
                staged.Put(AidTables.PartnershipRow, code, Terms.Code(e.Kind), e.Donor, e.Recipient, (long)e.StartYear, (long?)e.EndYear, e.Document, e.TwoSignatures ? 1L : 0L, version);
                break;
            case PairingPut e:
                staged.Put(AidTables.PairingRow, code, e.Pairing, Terms.Code(e.Kind), e.DonorParty, e.RecipientParty, e.RecipientRegion, PersonFields.Day(e.From), AidDays.Text(e.Until));
                break;
            case ExchangePut e:
                staged.Put(AidTables.ExchangeRow, code, e.Exchange, Terms.Code(e.Kind), e.Party, (long)e.Headcount, PersonFields.Day(e.From), PersonFields.Day(e.Until));
                break;
            default:
                throw new UnreachableException($"No row for {happened.GetType().Name}.");
        }
    }

    /// <summary>A plan is put whole: what it no longer names is no longer planned.</summary>
    private static async Task Replace(string code, PlanPut plan, StagedRows staged, ProjectionBatch batch, CancellationToken cancellation)
    {
        await batch.Connection.Execute(
            batch.Transaction, $"DELETE FROM {batch.Table("aid_plan_lines")} WHERE partnership=@code AND year=@year", cancellation, ("code", code), ("year", (long)plan.Year));
        staged.Put(AidTables.PlanRow, code, (long)plan.Year, PersonFields.Day(plan.IssuedOn), plan.SalesFloorFen);
        foreach (var line in plan.Lines)
            staged.Put(AidTables.PlanLineRow, code, (long)plan.Year, Terms.Code(line.Field), line.AmountFen, (long)line.Projects, (long)line.People, PersonFields.Day(line.DueOn));
    }

    private static Task<int> Version(string code, long version, ProjectionBatch batch, CancellationToken cancellation) => batch.Connection.Execute(
        batch.Transaction, $"UPDATE {batch.Table("aid_partnerships")} SET version=@version WHERE code=@code", cancellation, ("version", version), ("code", code));
}
