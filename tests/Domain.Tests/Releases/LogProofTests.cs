using FsCheck.Fluent;
using Revitalization.Contracts.Releases;

namespace Revitalization.Domain.Tests.Releases;

/// <summary>Whoever keeps one old head of the log can tell whether it only grew since, and whether a release stands in it.</summary>
public sealed class LogProofTests
{
    private const string Other = "0000000000000000000000000000000000000000000000000000000000000000";

    // The trees of Certificate Transparency's reference test data, which RFC 6962 and RFC 9162 readers check themselves against.
    private static readonly byte[][] s_reference =
    [
        .. new[] { "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f" }
            .Select(hex => Merkle.Leaf(Convert.FromHexString(hex))),
    ];

    [Theory]
    [InlineData(1, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(6, 8, "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 5, "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public void Consistency_is_proved_as_in_the_reference(int from, int to, string path)
    {
        var proof = Log(s_reference).Consistency(from, to)!;

        string.Join(' ', proof.Path).ShouldBe(path);
        LogVerification.Holds(proof).ShouldBeTrue();
    }

    [Theory]
    [InlineData(1, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(6, 8, "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(3, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(2, 5, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public void Inclusion_is_proved_as_in_the_reference(int release, int size, string path)
    {
        var proof = Log(s_reference).Inclusion(release, size)!;

        string.Join(' ', proof.Path).ShouldBe(path);
        LogVerification.Holds(proof).ShouldBeTrue();
    }

    [Fact]
    public void Every_proof_holds_and_none_holds_for_a_log_that_was_rewritten() => Properties.Holds(
        Gen.Choose(1, 60).SelectMany(to => Gen.Choose(1, to).SelectMany(from => Gen.Choose(1, from).Select(at => (to, from, at)))).ToArbitrary(), pick =>
        {
            var leaves = Enumerable.Range(0, pick.to).Select(leaf => Merkle.Leaf(BitConverter.GetBytes(leaf))).ToArray();
            var rewritten = leaves.ToArray();
            rewritten[pick.at - 1] = Merkle.Leaf([9, 9]);
            var (log, forged) = (Log(leaves), Log(rewritten));
            var (grown, stands) = (log.Consistency(pick.from, pick.to)!, log.Inclusion(pick.at, pick.to)!);
            (LogVerification.Holds(grown) && LogVerification.Holds(stands)
                && !LogVerification.Holds(grown with { To = forged.Consistency(pick.from, pick.to)!.To })
                && !LogVerification.Holds(forged.Consistency(pick.from, pick.to)! with { From = grown.From })
                && !LogVerification.Holds(stands with { LeafHash = Other })
                && !LogVerification.Holds(stands with { Path = [.. stands.Path, Other] })
                && (pick.to == 1 || !LogVerification.Holds(stands with { Release = pick.at % pick.to + 1 }))).ShouldBeTrue();
        });

    [Fact]
    public void What_the_log_has_no_head_for_it_proves_nothing_about()
    {
        var log = Log(s_reference[..3]);
        log.Inclusion(1, 4).ShouldBeNull();
        log.Inclusion(3, 2).ShouldBeNull();
        log.Inclusion(0, 3).ShouldBeNull();
        log.Consistency(0, 3).ShouldBeNull();
        log.Consistency(3, 2).ShouldBeNull();
        log.Consistency(1, 4).ShouldBeNull();
        Log([]).Head.ShouldBeNull();
    }

    [Fact]
    public void A_proof_reads_back_as_it_was_written_and_a_malformed_one_holds_nothing()
    {
        var log = Log(s_reference);
        LogVerification.Holds(LogProofJson.ReadConsistency(LogProofJson.Write(log.Consistency(3, 7)!).ToJsonString())).ShouldBeTrue();
        LogVerification.Holds(LogProofJson.ReadInclusion(LogProofJson.Write(log.Inclusion(3, 7)!).ToJsonString())).ShouldBeTrue();
        LogVerification.Holds(log.Inclusion(3, 7)! with { LeafHash = "AB" }).ShouldBeFalse();
        Should.Throw<System.Text.Json.JsonException>(() => LogProofJson.ReadInclusion("""{"release":1}"""));
    }

    private static ReleaseLog Log(byte[][] leaves) => new(leaves, [.. Enumerable.Range(1, leaves.Length).Select(size =>
        new SignedHead(new("public", size, Convert.ToHexStringLower(Merkle.Root(leaves[..size]))), new("kid", "value")))]);
}
