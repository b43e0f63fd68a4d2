using System.Net.Http.Headers;
using System.Net.Http.Json;
using Revitalization.Hosting.Json;
using Revitalization.Standalone.Samples;
using Revitalization.Standalone.Samples.Aid;

namespace Revitalization.Standalone.FirstStart;

/// <summary>
/// Leads the sample's partnerships through their year by the product's own addresses. Each partnership goes its own way; between parts all wait until
/// what follows by itself has followed.
/// </summary>
internal sealed class AidLoad(IReadOnlyDictionary<string, PlatformClient> clients, DateOnly today, Func<CancellationToken, Task> followed)
{
    private const int AtOnce = 16;

    public async Task Run(CancellationToken stop)
    {
        var scripts = SampleAid.Scripts(FirstAccounts.County, today);
        for (var part = 0; part < AidScript.Parts; part++)
        {
            var acts = part;
            await Parallel.ForEachAsync(scripts, stop, async (script, cancellation) =>
            {
                foreach (var act in script.Part(acts)) await Put(act, cancellation);
            });
            await followed(stop);
        }
        Console.Out.WriteLine(FormattableString.Invariant(
            $"  aid: {scripts.Count} partnerships, {scripts.Sum(script => Enumerable.Range(0, AidScript.Parts).Sum(part => script.Part(part).Count))} acts"));
    }

    /// <summary>What needs the register and the lists: households that a project helped, then the checks of the year.</summary>
    public async Task Finish(CancellationToken stop)
    {
        var scripts = SampleAid.Scripts(FirstAccounts.County, today);
        await Parallel.ForEachAsync(scripts.SelectMany(script => script.Beneficiaries), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (act, cancellation) => await Put(act, cancellation));
        foreach (var act in scripts.SelectMany(script => script.Checks)) await Put(act, stop);
    }

    private async Task Put(AidAct act, CancellationToken stop)
    {
        using HttpContent content = act.Body is { } body ? JsonContent.Create(body, body.GetType(), options: ServiceJson.Options) : Picture();
        using (await clients[act.Actor].Send(HttpMethod.Put, act.Address, content, stop)) { }
    }

    private static ReadOnlyMemoryContent Picture() => new(SampleCase.Picture) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
}
