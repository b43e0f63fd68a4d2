using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Revitalization.SystemTests.Browser;

/// <summary>What a visit to one page brought over the wire.</summary>
/// <param name="Bytes">Of all bodies together.</param>
internal sealed record PageLoad(int Bytes, IReadOnlyList<string> Addresses)
{
    public static async Task<PageLoad> Of(IPage page, string address)
    {
        var responses = new ConcurrentQueue<IResponse>();
        void Add(object? sender, IResponse response) => responses.Enqueue(response);
        page.Response += Add;
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
        page.Response -= Add;
        var bodies = await Task.WhenAll(responses.Select(response => response.BodyAsync()));
        return new(bodies.Sum(body => body.Length), [.. responses.Select(response => response.Url)]);
    }
}
