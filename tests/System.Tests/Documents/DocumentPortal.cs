using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Revitalization.Contracts.Releases;
using Revitalization.Hosting.Ports;
using Revitalization.Portal;
using Revitalization.Portal.Documents;
using Revitalization.SystemTests.Feeds;
using System.Security.Cryptography;
using System.Text;

namespace Revitalization.SystemTests.Documents;

/// <summary>A real portal that holds no figures, only documents of releases made in memory.</summary>
public sealed class DocumentPortal : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("document-portal-").FullName;
    private WebApplication? _app;

    internal GeneratedReleases Source { get; } = new(DocumentReplica.Channel);

    public HttpClient Client { get; private set; } = null!;

    public DocumentReplica Replica => _app!.Services.GetRequiredService<DocumentReplica>();

    public async ValueTask InitializeAsync()
    {
        _app = PortalService.Build(new PortalOptions("http://127.0.0.1:0", _folder, ReleaseSource: null, Source.PinnedKey) { LogLevel = LogLevel.Warning });
        await _app.StartAsync();
        Client = new HttpClient { BaseAddress = _app.PublicAddress() };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
        Source.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    public async Task Publish(DateOnly day, params PublicDocument[] documents)
    {
        Source.Publish(day, documents.Select(RowLine.Of));
        await Replica.CatchUp(Source, CancellationToken.None);
    }

    public static PublicDocument Document(string id, string title, string text) => new(
        id, $"11500222742856713G/2023-{id}", title, "示例府发〔2023〕1号", "示例县人民政府", "510823", "农业", "通知", new(2023, 3, 1), new(2023, 3, 8), "Valid", $"{title}的概述。", text,
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), 0, text.Length, null, null, null, [], []);
}
