using System.Net.Http.Json;
using Revitalization.Contracts.Releases;
using Revitalization.Hosting.Json;
using Revitalization.Silo.Releases;

namespace Revitalization.Standalone.FirstStart;

/// <summary>The sample's release: proposed by one officer, approved by another, pulled by the portal.</summary>
internal sealed class SampleRelease(PlatformClient first, PlatformClient second, Uri address)
{
    private const int Number = 1;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public async Task Publish(CancellationToken stop)
    {
        if (await Find(stop) is null)
            using (await first.Send(HttpMethod.Put, $"/api/releases/{Number}", Body(new ReleaseBody(SampleBook.LastDay, Note: "示例数据")), stop)) { }
        var proposed = await Reached("proposed", stop);
        if (proposed.State == "proposed")
            using (await second.Send(HttpMethod.Put, $"/api/releases/{Number}/approval", Body(new ApprovalBody(proposed.RowsRoot)), stop)) { }
        var published = await Reached("published", stop);
        Console.Out.WriteLine(FormattableString.Invariant($"  release {Number}: {published.RowCounts.Values.Sum()} rows, proposed by {published.ProposedBy}, approved by {published.ApprovedBy}"));
        await Ingested(stop);
    }

    private Task<ReleaseView?> Find(CancellationToken stop) => first.Find<ReleaseView>($"/api/releases/{Number}", stop);

    private async Task<ReleaseView> Reached(string state, CancellationToken stop)
    {
        while (true)
        {
            if (await Find(stop) is { } release && Rank(release.State) >= Rank(state)) return release;
            await Task.Delay(Pause, stop);
        }
    }

    private static int Rank(string state) => state switch { "proposed" => 1, "approved" => 2, "published" => 3, _ => 0 };

    private async Task Ingested(CancellationToken stop)
    {
        using var reader = new HttpClient { BaseAddress = address };
        while (true)
        {
            using var answer = await reader.GetAsync($"/data/releases/{Number}/manifest.json", stop);
            if (answer.IsSuccessStatusCode) return;
            await Task.Delay(Pause, stop);
        }
    }

    private static JsonContent Body<T>(T body) => JsonContent.Create(body, options: ServiceJson.Options);
}
