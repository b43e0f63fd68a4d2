using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Villages;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Households;

/// <summary>The villages a viewer may choose from: those of their scope that still exist.</summary>
internal static class VillageChoices
{
    private const int MostPages = 10;

    public static async Task<IReadOnlyList<Choice>> Read(SiloClient silo, Viewer viewer, CancellationToken cancellation)
    {
        var villages = new List<Choice>();
        string? cursor = null;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await silo.Get<Page<VillageView>>(AddressOf(viewer.Region, cursor), cancellation);
            if (answer.Value is not { } read) break; // Without the list a code can still be typed.
            villages.AddRange(read.Items.Where(village => village.EndedOn is null).Select(village => new Choice(village.Code, $"{village.Name} {village.Code}")));
            if ((cursor = read.NextCursor) is null) break;
        }

        return villages;
    }

    private static string AddressOf(string? region, string? cursor) =>
        $"/api/villages?region={region}&limit=200{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}";
}
