using Revitalization.Contracts.Releases;

namespace Revitalization.Portal.Replica;

/// <summary>Shows the source the key of a channel that is not public. Read afresh each time: the source may make it after this portal started.</summary>
internal sealed class FeedKeyHandler(string? file) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (file is not null && File.Exists(file)) request.Headers.TryAddWithoutValidation(FeedKey.Header, (await File.ReadAllTextAsync(file, cancellationToken)).Trim());
        return await base.SendAsync(request, cancellationToken);
    }
}
