using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Villages;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Households;

/// <summary>The villages a viewer may choose from: those of their regions that still exist; none where a list would be too long to choose from.</summary>
internal static class VillageChoices
{
    private const int MostVillages = 400, PageSize = 200;

    public static async Task<IReadOnlyList<Choice>> Read(SiloClient silo, Viewer viewer, CancellationToken cancellation)
    {
        var villages = new List<Choice>();
        foreach (var region in viewer.Regions)
        {
            string? cursor = null;
            do
            {
                var answer = await silo.Get<Page<VillageView>>(AddressOf(region, cursor), cancellation);
                if (answer.Value is not { } page) return []; // Without the list a code can still be typed.
                villages.AddRange(page.Items.Where(village => village.EndedOn is null).Select(Choose));
                cursor = page.NextCursor;
                if (villages.Count > MostVillages) return [];
            }
            while (cursor is not null);
        }

        return villages;
    }

    private static Choice Choose(VillageView village) => new(village.Code, $"{village.RegionName}{village.Name} {village.Code}");

    private static string AddressOf(string region, string? cursor) =>
        $"/api/villages?region={region}&limit={PageSize}{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}";
}
