using System.Net.Http.Json;
using Revitalization.Contracts.Villages;
using Revitalization.Hosting.Json;

namespace Revitalization.Standalone.Samples;

/// <summary>
/// 太平场村 was merged in 2021 of 骡子坡村, 青山梁村 and 太平社区; 海山村 of the former 海山村, 过街楼村 and 海山坝村 (site review of
/// 2023; the day and the codes are derived).
/// </summary>
internal static class SampleLineages
{
    private sealed record Merger(SampleVillage Village, IReadOnlyList<string> Names);

    private static readonly Merger[] Mergers =
    [
        new(NamedVillages.Taipingchang, ["骡子坡村", "青山梁村", "太平社区"]),
        new(NamedVillages.Haishan, ["海山村(原)", "过街楼村", "海山坝村"]),
    ];

    public static async Task Put(HttpClient api, SampleCounty county, CancellationToken cancellation)
    {
        foreach (var merger in Mergers.Where(merger => county.Villages.Any(village => village.Code == merger.Village.Code)))
        {
            for (var place = 0; place < merger.Names.Count; place++) await Put(api, merger, place, cancellation);
        }
    }

    private static async Task Put(HttpClient api, Merger merger, int place, CancellationToken cancellation)
    {
        var (village, on) = (merger.Village, merger.Village.EstablishedOn);
        var code = FormattableString.Invariant($"{village.Code[..9]}{911 + place}");
        await Accept(api, $"/api/villages/{code}", new VillageBody(merger.Names[place], on.AddYears(-15)), cancellation);
        await Accept(api, $"/api/villages/{code}/lineage/merged-{on.Year}", new LineageBody(on, [village.Code]), cancellation);
    }

    private static async Task Accept<TBody>(HttpClient api, string address, TBody body, CancellationToken cancellation)
    {
        using var reply = await api.PutAsJsonAsync(new Uri(address, UriKind.Relative), body, ServiceJson.Options, cancellation);
        if (!reply.IsSuccessStatusCode)
            throw new InvalidOperationException($"A sample lineage was refused: {await reply.Content.ReadAsStringAsync(cancellation)}");
    }
}
