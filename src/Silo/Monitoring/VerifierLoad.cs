using System.Globalization;
using Revitalization.Silo.Projections;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Monitoring;

/// <summary>How many households a verifier has still to see (待办核查), as the tables know.</summary>
internal sealed class VerifierLoad(IRegistryDatabase database)
{
    public async Task<int> Of(string account)
    {
        await using var connection = await database.OpenReader(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM monitoring_files WHERE verifier=@verifier AND step='verification'";
        command.Add("verifier", account);
        return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
