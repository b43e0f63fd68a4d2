using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Imports;
using Revitalization.Domain.Commands;
using Revitalization.Silo.Aid;
using Revitalization.Silo.Documents;
using Revitalization.Silo.Households;
using Revitalization.Silo.Imports.Columns;
using Revitalization.Silo.Monitoring;
using Revitalization.Silo.Projects;
using Revitalization.Silo.Villages;

namespace Revitalization.Silo.Imports.Running;

/// <summary>
/// Sends good rows through the desk of their feature, a batch at a time: all of a batch are in flight together, rows of one household
/// in their order. A row's command id is the import's id and the row's number, so reading it again after a stop changes nothing.
/// </summary>
internal sealed class RowSender(
    RegisterDesk desk, VillageDesk villages, VillageNames names, MonitoringDesk monitoring, ProjectDesk projects, AidDesk aid, DocumentDesk documents)
{
    /// <summary>Before the first batch.</summary>
    public Task Begin(ImportContext import, CancellationToken cancellation) =>
        import.Kind == ImportKinds.Households ? names.Refresh(import.Region, cancellation) : Task.CompletedTask;

    public async Task Send(RowBatch batch, ImportContext import, CancellationToken cancellation)
    {
        var good = new List<BoundRow>(batch.Rows.Count);
        foreach (var row in batch.Rows)
        {
            if (row.Faults.Count == 0 && ProjectRows.Check(row, import.Kind) && await Resolve(row, import, cancellation)) good.Add(row);
        }
        var replies = import.Kind == ImportKinds.Members
            ? await desk.PutMembers([.. good.Select(row => Member(row, import))], cancellation)
            : await SendEach(good, import, cancellation);
        for (var i = 0; i < good.Count; i++) batch.Replies.Add((good[i], replies[i]));
    }

    private async Task<CommandReply[]> SendEach(List<BoundRow> rows, ImportContext import, CancellationToken cancellation)
    {
        var replies = new CommandReply[rows.Count];
        var byPlace = Enumerable.Range(0, rows.Count)
            .GroupBy(at => RowPlace.Of(rows[at]), StringComparer.Ordinal);
        await Task.WhenAll(byPlace.Select(async group =>
        {
            foreach (var at in group) replies[at] = await Send(rows[at], import, cancellation);
        }));
        return replies;
    }

    private Task<CommandReply> Send(BoundRow row, ImportContext import, CancellationToken cancellation) => import.Kind switch
    {
        ImportKinds.Villages => villages.Put(row.Text("villageCode"), RowBodies.Village(row), import.SenderOf(row)),
        ImportKinds.Households => desk.PutHousehold(row.Text("household"), RowBodies.Household(row), import.SenderOf(row)),
        ImportKinds.Incomes => desk.PutIncome(row.Text("household"), row.Text("period"), RowBodies.Income(row, import.Id), import.SenderOf(row)),
        ImportKinds.Clues => monitoring.PutClue(row.Text("household"), ClueRows.IdOf(row), ClueRows.Body(row), import.SenderOf(row)),
        ImportKinds.Projects => projects.Put(row.Text("project"), ProjectRows.Project(row), import.SenderOf(row)),
        ImportKinds.Payments => projects.Pay(row.Text("project"), row.Text("payment"), ProjectRows.Payment(row, import.Sheet), import.SenderOf(row)),
        ImportKinds.Documents => documents.Register(DocumentImportRows.IdOf(row), DocumentImportRows.Body(row, import.Region), import.SenderOf(row), cancellation),
        ImportKinds.AidReports => aid.Report(import.Partnership, AidReportRows.IdOf(import.Partnership, row), AidReportRows.Body(row, import.On), import.SenderOf(row)),
        _ => throw new InvalidOperationException($"Kind {import.Kind} is not open."),
    };

    private static MemberToPut Member(BoundRow row, ImportContext import) =>
        new(row.Text("household"), row.Text("member"), RowBodies.Member(row), import.SenderOf(row));

    /// <summary>Puts the village's code where the sheet names it only by township and name.</summary>
    private async ValueTask<bool> Resolve(BoundRow row, ImportContext import, CancellationToken cancellation)
    {
        if (import.Kind != ImportKinds.Households || row.Find("villageCode") is not null) return true;
        var code = await names.Find(import.Region, row.Find("township"), row.Find("village"), cancellation);
        if (code is null) row.Refuse(ImportRowRefusal.VillageUnresolved, "village");
        else row.Set("villageCode", code);
        return code is not null;
    }
}

/// <summary>Which import sends, and with what right: its uploader's role, within its region or partnership.</summary>
/// <param name="Region">As the import names it.</param>
/// <param name="Sheet">SHA-256 of the sheet as it was sent; empty where no row can rest on it.</param>
/// <param name="On">The day it was uploaded: a row read again tomorrow says the same.</param>
internal sealed record ImportContext(string Id, string Kind, string Region, string Account, string Role, string Sheet, DateOnly On)
{
    private readonly Scope _scope = ImportPlace.ScopeOf(Region);

    public string Partnership => _scope.Kind == "partnership" ? _scope.Value : throw new InvalidOperationException($"Import {Id} is for no partnership.");

    public Sender SenderOf(BoundRow row) =>
        new(Account, Role, [_scope], FormattableString.Invariant($"import/{Id}/{row.Number}"));
}
