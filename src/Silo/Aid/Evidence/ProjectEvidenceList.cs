using Revitalization.Contracts.Projects;
using Revitalization.Silo.Projections;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Aid.Evidence;

/// <summary>Every file that a project's stages, payments and rosters name, and whether it is there.</summary>
public sealed class ProjectEvidenceList(IRegistryDatabase database, AidEvidence evidence)
{
    private const int FilesMost = 5_000;

    private const string Named = """
        SELECT 'stage', stage, evidence, on_day FROM project_stages WHERE project=@project
        UNION ALL SELECT 'payment', payment, evidence, on_day FROM project_payments WHERE project=@project AND reversed=0
        UNION ALL SELECT 'roster', roster, evidence, on_day FROM project_rosters WHERE project=@project
        ORDER BY 4, 1, 2
        """;

    /// <param name="region">Where the project lies: its county keeps the files.</param>
    public async Task<List<ProjectEvidence>> Of(string project, string region, CancellationToken cancellation)
    {
        var owner = AidEvidence.OfCounty(region);
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = Named;
        command.Add("project", project);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<ProjectEvidence>();
        while (found.Count < FilesMost && await reader.ReadAsync(cancellation))
        {
            foreach (var hash in reader.GetString(2).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                found.Add(new(reader.GetString(0), reader.GetString(1), hash, evidence.Files.Has(owner, hash)));
        }
        return found;
    }
}
