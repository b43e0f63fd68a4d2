namespace Revitalization.Contracts.Releases;

/// <summary>A row whose text was taken back (隐去). Its leaf hash stays, so that the release's root and every other row's proof still hold.</summary>
/// <param name="Number">1 for the channel's first redaction, then without gaps.</param>
/// <param name="Position">The row's leaf in its release, from 0.</param>
/// <param name="Reason">For readers; repeats nothing of what leaked.</param>
public sealed record PublishedRedaction(int Number, int Release, long Position, string Set, string LeafHash, string Reason, DateTimeOffset At);

/// <summary>All redactions of a channel (隐去清单), oldest first. It only ever grows.</summary>
/// <param name="NextRelease">The release that was due when it was signed: its key signs the list.</param>
public sealed record RedactionList(string Channel, int NextRelease, IReadOnlyList<PublishedRedaction> Redactions);

public sealed record SignedRedactions(RedactionList List, ReleaseSignature Signature);

/// <summary>What a portal checks before it takes rows back.</summary>
public static class RedactionVerification
{
    /// <exception cref="ReleaseRejectedException">Signature, order, or something known is gone.</exception>
    public static void Check(SignedRedactions signed, string channel, KeyChain keys, RedactionList? known)
    {
        var list = signed.List;
        ReleaseVerification.Require(list.Channel == channel, "the list of redactions belongs to another channel");
        ReleaseVerification.Require(keys.At(list.NextRelease).Verifies(RedactionJson.Write(list), signed.Signature), "the list of redactions is not signed by the channel's key");
        ReleaseVerification.Require(list.Redactions.Select((redaction, at) => redaction.Number == at + 1).All(follows => follows), "the redactions are out of order");
        ReleaseVerification.Require(
            list.Redactions.All(redaction => redaction.Release >= 1 && redaction.Release < list.NextRelease && redaction.Position >= 0), "a redaction names no release");
        ReleaseVerification.Require(
            list.Redactions.DistinctBy(redaction => (redaction.Release, redaction.Position)).Count() == list.Redactions.Count, "a row is redacted twice");
        if (known is null) return;
        ReleaseVerification.Require(
            list.NextRelease >= known.NextRelease && list.Redactions.Count >= known.Redactions.Count
            && known.Redactions.Zip(list.Redactions).All(pair => pair.First == pair.Second), "the list of redactions forgets one");
    }
}
