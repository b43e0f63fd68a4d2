using System.Net.Http.Headers;
using System.Net.Http.Json;
using Revitalization.Contracts.Policies;
using Revitalization.Hosting.Json;
using Revitalization.Standalone.Options;
using Revitalization.Standalone.Samples;

namespace Revitalization.Standalone.FirstStart;

/// <summary>Leads the sample's monitoring through the product's own addresses; each act is put by its id, so a start that goes on repeats none.</summary>
internal sealed class MonitoringLoad(IReadOnlyDictionary<string, PlatformClient> clients, DateOnly today)
{
    private const int CasesAtOnce = 4;

    public async Task Run(SampleSize size, CancellationToken stop)
    {
        foreach (var (county, pack, from) in SampleMonitoring.Adoptions)
            await Put(FirstAccounts.County, $"/api/counties/{county}/policies/{pack}", new AdoptionBody(from), stop);
        var (campaigned, campaign, stated) = SampleMonitoring.AprilCampaign;
        await Put(FirstAccounts.County, $"/api/counties/{campaigned}/campaigns/{campaign}", stated, stop);
        var cases = SampleBook.Monitoring(size, today).ToList();
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = CasesAtOnce, CancellationToken = stop }, async (each, cancellation) =>
        {
            foreach (var act in each.Acts) await Put(act.Actor, act.Address, act.Body, cancellation);
        });
        Console.Out.WriteLine(FormattableString.Invariant($"  monitoring: {cases.Count} households, {cases.Sum(each => each.Acts.Count)} acts"));
    }

    private async Task Put(string actor, string address, object? body, CancellationToken stop)
    {
        using HttpContent content = body is null ? Picture() : JsonContent.Create(body, body.GetType(), options: ServiceJson.Options);
        using (await clients[actor].Send(HttpMethod.Put, address, content, stop)) { }
    }

    private static ReadOnlyMemoryContent Picture() => new(SampleCase.Picture) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
}
