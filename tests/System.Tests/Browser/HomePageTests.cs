using Revitalization.SystemTests.Standalone;

namespace Revitalization.SystemTests.Browser;

public sealed class HomePageTests(RunningPlatform running)
{
    [Fact]
    public async Task A_reader_who_comes_back_is_told_that_nothing_changed()
    {
        var platform = await running.Loaded();
        using var visitor = platform.Visitor();
        using var first = await visitor.GetAsync("/");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await visitor.SendAsync(again);
        second.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotModified);
    }
}
