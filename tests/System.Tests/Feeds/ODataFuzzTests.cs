namespace Revitalization.SystemTests.Feeds;

/// <summary>Whatever a stranger writes into an address is answered or refused, never broken on, and never for long.</summary>
public sealed class ODataFuzzTests(SamplePortal portal) : IClassFixture<SamplePortal>
{
    private const int Cases = 100_000;
    private const int Seed = 20231114;

    [Fact]
    public async Task No_request_breaks_the_service_or_holds_it_up()
    {
        var requests = new FuzzedRequests(new Random(Seed));
        var (statuses, answered) = (new Dictionary<int, int>(), new List<string>());
        for (var number = 0; number < Cases; number++)
        {
            var (kind, text) = requests.Next();
            var status = await FuzzedRequests.Ask(portal.Services, kind, text);
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            (status is >= 200 and < 500 or 501).ShouldBeTrue($"case {number}: {status} for {kind} {text}");
            if (status == 200 && kind != FuzzedKind.Batch && statuses[200] % 40 == 0) answered.Add((kind == FuzzedKind.Download ? "/data/" : "/odata/") + text);
        }
        foreach (var address in answered) await SameAgain(address);
        statuses.GetValueOrDefault(200).ShouldBeGreaterThan(Cases / 100, "the fuzz reaches what answers");
        statuses.GetValueOrDefault(400).ShouldBeGreaterThan(Cases / 10);
    }

    [Fact]
    public async Task Deep_and_wide_addresses_are_answered_quickly()
    {
        string[] addresses =
        [
            "Regions?$filter=" + string.Concat(Enumerable.Repeat("(", 2000)),
            "Regions?$filter=" + string.Concat(Enumerable.Repeat("not ", 1500)) + "true",
            "Regions?$filter=" + string.Join(" or ", Enumerable.Repeat("Code eq 'a'", 450)),
            "Observations?$filter=" + string.Join(" add ", Enumerable.Repeat("Value", 700)) + " gt 1",
            "Regions?$expand=" + string.Concat(Enumerable.Repeat("Children($expand=", 300)),
            "Regions?$expand=" + string.Join(",", Enumerable.Repeat("Children", 800)),
            "Regions?$select=" + string.Join(",", Enumerable.Repeat("Code", 1500)),
            "Regions?$orderby=" + string.Join(",", Enumerable.Repeat("Code", 1000)),
            "Observations?$apply=" + string.Join("/", Enumerable.Repeat("identity", 800)),
            "Observations?$apply=" + string.Concat(Enumerable.Repeat("concat(identity,", 20)) + "identity" + new string(')', 20),
            "Regions?$filter=@a&@a=@b&@b=@a",
            "Regions?$filter=" + string.Concat(Enumerable.Repeat("-", 3000)) + "1 eq 1",
            "Regions?$search=" + string.Concat(Enumerable.Repeat("(", 45)) + "x" + new string(')', 45),
            "Regions?$filter=" + string.Concat(Enumerable.Repeat("Children/any(c: c/", 55)) + "Code eq 'x'" + new string(')', 55),
            "Observations?$apply=groupby((rollup(" + string.Join(",", Enumerable.Repeat("Period", 900)) + ")))",
            "Regions?$compute=" + string.Join(",", Enumerable.Range(0, 300).Select(n => $"Code as A{n}")),
        ];
        foreach (var address in addresses)
        {
            var clock = TimeProvider.System;
            var started = clock.GetTimestamp();
            (await FuzzedRequests.Ask(portal.Services, FuzzedKind.Query, address)).ShouldBeInRange(200, 501, Short(address));
            clock.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(30), Short(address));
        }
    }

    // Kept answers and compression stand before the service, which the requests above do not pass through.
    private async Task SameAgain(string address)
    {
        var uri = new Uri(portal.Client.BaseAddress!, address.Replace("#", "%23", StringComparison.Ordinal));
        var first = await Body(uri, null);
        foreach (var encoding in (string?[])[null, "gzip", "gzip"]) (await Body(uri, encoding)).ShouldBe(first, address);
    }

    private async Task<byte[]> Body(Uri address, string? encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (encoding is not null) request.Headers.Add("Accept-Encoding", encoding);
        using var response = await portal.Client.SendAsync(request);
        var body = SamplePortal.Unpacked(await response.Content.ReadAsByteArrayAsync(), response.Content.Headers.ContentEncoding.FirstOrDefault());
        return [.. BitConverter.GetBytes((int)response.StatusCode), .. body];
    }

    private static string Short(string address) => address.Length > 60 ? address[..60] : address;
}
