using Revitalization.Contracts.Releases;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Documents;

/// <summary>Where releases of documents are pulled from, with the files that belong to them.</summary>
public interface IDocumentSource : IReleaseSource
{
    Task<Stream> Attachment(int number, string sha256, CancellationToken cancellation);
}

/// <summary>A Silo's internal <c>/releases?channel=documents</c>.</summary>
internal sealed class HttpDocumentSource(HttpClient http) : IDocumentSource
{
    private readonly HttpReleaseSource _releases = new(http, DocumentReplica.Channel);

    public Task<int> Newest(CancellationToken cancellation) => _releases.Newest(cancellation);

    public Task<SignedRelease> Manifest(int number, CancellationToken cancellation) => _releases.Manifest(number, cancellation);

    public Task<Stream> Rows(int number, CancellationToken cancellation) => _releases.Rows(number, cancellation);

    public Task<IReadOnlyList<SignedKeyStatement>> Keys(CancellationToken cancellation) => _releases.Keys(cancellation);

    public Task<SignedRedactions?> Redactions(CancellationToken cancellation) => _releases.Redactions(cancellation);

    public async Task<Stream> Attachment(int number, string sha256, CancellationToken cancellation)
    {
        var response = await http.GetAsync($"releases/{number}/attachments/{sha256}?channel={DocumentReplica.Channel}", HttpCompletionOption.ResponseHeadersRead, cancellation);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStreamAsync(cancellation);
    }
}
