using System.Net.Http.Json;
using Revitalization.Contracts.Documents;
using Revitalization.Hosting.Json;
using Revitalization.Standalone.Samples.Documents;

namespace Revitalization.Standalone.FirstStart;

/// <summary>The sample's documents: registered by one officer, reviewed by another, published. Each goes on from the stage that a killed start left it at.</summary>
internal sealed class DocumentLoad(PlatformClient first, PlatformClient second)
{
    public async Task Run(CancellationToken stop)
    {
        foreach (var document in SampleDocuments.All) await Publish(document, stop);
        foreach (var document in SampleDocuments.All) await End(document, stop);
        Console.Out.WriteLine(FormattableString.Invariant($"  documents: {SampleDocuments.All.Count} published"));
    }

    private async Task Publish(SampleDocument document, CancellationToken stop)
    {
        if (await Stage(document, stop) is null) await Put(first, document, "", document.Body, stop);
        if (await Stage(document, stop) == "registered") await Put(second, document, "/review", new DocumentReviewBody([]), stop);
        if (await Stage(document, stop) == "reviewed") await Put(second, document, "/publication", new { }, stop);
    }

    private async Task End(SampleDocument document, CancellationToken stop)
    {
        if (document.EndReason is not { } reason || await Stage(document, stop) != "published") return;
        if (document.Successor is { } successor) await Put(second, document, "/replacement", new DocumentReplacementBody(successor, reason), stop);
        else await Put(second, document, "/repeal", new DocumentRepealBody(reason), stop);
    }

    private async Task<string?> Stage(SampleDocument document, CancellationToken stop) => (await first.Find<DocumentView>($"/api/documents/{document.Id}", stop))?.Stage;

    private static async Task Put(PlatformClient by, SampleDocument document, string act, object body, CancellationToken stop)
    {
        using var content = JsonContent.Create(body, body.GetType(), options: ServiceJson.Options);
        using (await by.Send(HttpMethod.Put, $"/api/documents/{document.Id}{act}", content, stop)) { }
    }
}
