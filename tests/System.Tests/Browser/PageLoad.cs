using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Revitalization.SystemTests.Browser;

/// <summary>What a visit to a page brings over the wire.</summary>
internal sealed class PageLoad
{
    /// <summary>Villagers pay for their megabytes.</summary>
    public const int MostBytes = 300_000;

    // A script that the first paint would have to wait for, and a second style sheet or a font, which it would wait for as well.
    private const string Blocking =
        """
        [...document.querySelectorAll('script:not([defer]):not([async]):not([type=module]), link[rel=preload][as=font]'), ...[...document.querySelectorAll('link[rel=stylesheet]')].slice(1)].map(one => one.outerHTML)
        """;

    private readonly ConcurrentQueue<IResponse> _responses = new();

    public PageLoad(IPage page) => page.Response += (_, response) => _responses.Enqueue(response);

    /// <summary>Before the next page.</summary>
    public void Clear() => _responses.Clear();

    /// <summary>Nothing that keeps a reader on a poor line waiting: little to carry, all of it from here, nothing that holds up the first paint.</summary>
    public async Task IsLight(IPage page, Uri home, string address)
    {
        _responses.Select(response => response.Url).ShouldAllBe(url => url.StartsWith(home.ToString(), StringComparison.Ordinal), address);
        var bodies = await Task.WhenAll(_responses.Select(response => response.BodyAsync()));
        bodies.Sum(body => body.Length).ShouldBeInRange(1_000, MostBytes, address);
        (await page.EvaluateAsync<string[]>(Blocking)).ShouldBeEmpty(address);
    }
}
