using System.Globalization;
using Revitalization.Contracts.Releases;
using Revitalization.Storage.Releases;

namespace Revitalization.Silo.Releases;

/// <summary>
/// Carries out approved changes of key. <c>keys.json</c> taking its name is the moment of the change: killed before it, the old key is in
/// force and the change is begun anew; killed after it, the new one is.
/// </summary>
public sealed partial class KeyChangeWork(IGrainFactory grains, IReleaseStore store, ReleaseSigners signers, ILogger<KeyChangeWork> log)
{
    /// <summary>The caller publishes nothing meanwhile: the statement names the next release.</summary>
    public async Task CatchUp(string channel, CancellationToken cancellation)
    {
        while (true)
        {
            var signer = await signers.Fresh(channel, cancellation);
            var known = signer.Chain.Statements;
            var next = await grains.GetGrain<IKeyChangeGrain>(string.Create(CultureInfo.InvariantCulture, $"{channel}/{known.Count + 1}")).Read();
            if (!next.IsApproved) return;
            var newest = await ReleasePublisher.Newest(store, cancellation, channel);
            var statement = signer.Introduce(newest + 1, next.ApprovedAt!.Value);
            await store.WriteOfChannel(channel, ChannelFile.Keys, KeyStatementJson.Write([.. known, statement]), cancellation);
            signer.Follow([.. known, statement]);
            Changed(log, channel, signer.Public.Id, newest + 1);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Channel {Channel} is signed with key {Key} from release {Number} on.")]
    private static partial void Changed(ILogger log, string channel, string key, int number);
}
