using System.Globalization;
using Revitalization.Contracts.Aid;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>The same invoice, transfer or file behind other reports (凭证重复). That there is one is told to everybody concerned; which one, to who may see it.</summary>
public sealed class SharedPapers(IRegistryDatabase database)
{
    private const int PapersMost = 200;

    public async Task<List<SharedPaper>> Of(string report, Sender by, CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"""
            SELECT q.kind, q.number, r.report, r.partnership, r.recipient, r.state FROM aid_papers p
            JOIN aid_papers q ON q.number=p.number AND q.kind=p.kind AND q.report<>p.report AND q.live=1
            JOIN aid_reports r ON r.report=q.report
            WHERE p.report=@report ORDER BY q.kind, q.number, r.report LIMIT {PapersMost}
            """);
        command.Add("report", report);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<SharedPaper>();
        while (await reader.ReadAsync(cancellation))
        {
            var (partnership, state) = (reader.GetString(3), reader.GetString(5));
            var seen = AidReach.Sees(by, partnership, reader.GetString(4));
            found.Add(new(reader.GetString(0), reader.GetString(1), seen ? reader.GetString(2) : null, seen ? partnership : null, state));
        }
        return found;
    }
}
