using System.Globalization;
using Microsoft.Data.Sqlite;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.OData.Model;

namespace Revitalization.Portal.Replica;

/// <summary>Writes the rows of aid, each with its values in the order of its set's properties.</summary>
internal sealed class AidInserter(SqliteConnection connection, SqliteTransaction transaction, int release) : IDisposable
{
    private readonly Dictionary<string, PreparedInsert> _inserts = new(StringComparer.Ordinal);

    /// <returns>The set it belongs to; null where it is none of aid's.</returns>
    public string? Add(object row, long position) => row switch
    {
        PublicPartnership r => Run(AidSets.Partnerships, position, r.Code, r.Kind, r.DonorName, r.DonorCode, r.RecipientName, r.RecipientCode, r.StartYear, r.EndYear),
        PublicPlan r => Run(AidSets.Plans, position, r.PartnershipCode, r.Year, r.FundsFen, r.Projects, r.People, r.SalesFloorFen, Day(r.IssuedOn)),
        PublicPlanLine r => Run(AidSets.PlanLines, position, r.PartnershipCode, r.Year, r.Field, r.AmountFen, r.Projects, r.People, Day(r.DueOn)),
        PublicAidReport r => Run(
            AidSets.AidReports, position, r.Id.ToString("D"), r.PartnershipCode, r.Year, r.Field, r.Form, RowInserter.Scaled(r.Quantity), r.Unit, r.ReportedFen,
            r.ConfirmedFen, Day(r.DeliveredOn), Day(r.ReportedOn), r.State, Day(r.ConfirmedOn), r.AllocatedFen, r.PaidFen, r.OutstandingFen, r.RecipientCode, r.Receipt),
        PublicPairing r => Run(
            AidSets.Pairings, position, r.Id, r.PartnershipCode, r.Kind, r.DonorParty, r.RecipientParty, r.RecipientCode, Day(r.FromDay), Day(r.UntilDay)),
        PublicProject r => Run(
            ProjectSets.Projects, position, r.Id, r.Name, r.RegionCode, r.PartnershipCode, r.Year, r.Category, r.Stage, r.WorkRelief ? 1 : 0, r.BudgetFen,
            r.AllocatedFen, r.ArrivedFen, r.PaidFen, r.LabourPayFen, r.CentralFen, r.Labour.Households, r.Labour.People, r.Labour.LiftedHouseholds,
            r.Labour.LiftedPeople, Day(r.Days.ProposedOn), Day(r.Days.ApprovedOn), Day(r.Days.ContractedOn), Day(r.Days.StartedOn), Day(r.Days.CompletedOn),
            Day(r.Days.AcceptedOn), Day(r.Days.HandedOverOn)),
        PublicAsset r => Run(ProjectSets.Assets, position, r.Id, r.ProjectId, r.Name, r.Class, r.RegionCode, r.ValueFen, r.Keeper),
        PublicFlow r => Run(ProjectSets.Flows, position, r.FundId, r.ProjectId, r.Field, r.Source, r.Year, r.PartnershipCode, r.AllocatedFen, r.PaidFen),
        _ => null,
    };

    public void Dispose()
    {
        foreach (var insert in _inserts.Values) insert.Dispose();
    }

    private string Run(SetModel set, long position, params object?[] values)
    {
        if (!_inserts.TryGetValue(set.Name, out var insert))
            _inserts[set.Name] = insert = new(connection, transaction, set.Table, set.Properties.Count + 2);
        insert.Run([release, .. values, position]);
        return set.Name;
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
