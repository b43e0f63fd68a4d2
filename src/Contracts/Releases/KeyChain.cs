namespace Revitalization.Contracts.Releases;

/// <summary>
/// The keys of a channel from its first to the one in force. It is believed because a pinned key stands in it and every change is
/// signed from both sides; nothing that the source says about itself adds to that.
/// </summary>
public sealed class KeyChain
{
    private KeyChain(IReadOnlyList<ChainedKey> keys, IReadOnlyList<SignedKeyStatement> statements) => (Keys, Statements) = (keys, statements);

    public IReadOnlyList<ChainedKey> Keys { get; }

    public IReadOnlyList<SignedKeyStatement> Statements { get; }

    /// <summary>A channel whose key was never changed.</summary>
    public static KeyChain Of(ReleaseKey only) => new([new(only, 1, null, null)], []);

    /// <exception cref="ReleaseRejectedException">A statement does not follow from the one before, or the pinned key stands nowhere in them.</exception>
    public static KeyChain Read(string channel, ReleaseKey pinned, IReadOnlyList<SignedKeyStatement> statements)
    {
        if (statements.Count == 0) return Of(pinned);
        var keys = new List<ReleaseKey> { ReleaseKey.Of(statements[0].Statement.Previous) };
        foreach (var signed in statements)
        {
            Check(signed, channel, keys);
            keys.Add(ReleaseKey.Of(signed.Statement.Next));
        }
        ReleaseVerification.Require(keys.Any(key => key.Id == pinned.Id), "the pinned key stands nowhere in the chain of keys");
        return new([.. keys.Select((key, at) => Chained(key, at, statements))], statements);

        void Check(SignedKeyStatement one, string of, List<ReleaseKey> before)
        {
            var statement = one.Statement;
            var bytes = KeyStatementJson.Write(statement);
            var least = before.Count == 1 ? 1 : statements[before.Count - 2].Statement.FromRelease;
            ReleaseVerification.Require(statement.Channel == of, "a key statement belongs to another channel");
            ReleaseVerification.Require(statement.Number == before.Count && statement.FromRelease >= least, "the key statements are out of order");
            ReleaseVerification.Require(before[^1].Verifies(bytes, one.ByPrevious), $"key statement {statement.Number} is not signed by the key before it");
            ReleaseVerification.Require(ReleaseKey.Of(statement.Next).Verifies(bytes, one.ByNext), $"key statement {statement.Number} is not signed by the key it introduces");
        }
    }

    /// <summary>Whether these statements stand at the beginning of the other ones: a chain is only ever added to.</summary>
    public static bool IsExtendedBy(IReadOnlyList<SignedKeyStatement> known, IReadOnlyList<SignedKeyStatement> stated) =>
        stated.Count >= known.Count && known.Zip(stated).All(pair => pair.First.Statement == pair.Second.Statement);

    /// <summary>The key whose signature a release must bear, and the head that it ends.</summary>
    public ReleaseKey At(long release) => Keys.Last(key => key.FromRelease <= Math.Max(release, 1)).Key;

    public ReleaseKey Current => Keys[^1].Key;

    public bool Verifies(SignedHead head) => head.Head.Size > 0 && At(head.Head.Size).Verifies(ManifestJson.Write(head.Head), head.Signature);

    private static ChainedKey Chained(ReleaseKey key, int at, IReadOnlyList<SignedKeyStatement> statements) => new(
        key, at == 0 ? 1 : statements[at - 1].Statement.FromRelease, at == statements.Count ? null : statements[at].Statement.FromRelease - 1,
        at == 0 ? null : statements[at - 1].Statement.StatedAt);
}
